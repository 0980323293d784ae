package parcelrecon.console.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;
import parcelrecon.report.file.Sha256;

/**
 * Uploaded files between the look at them and the word to keep them: in a folder that only this
 * process's user can read, under names nobody can guess, for one person and one run.
 */
final class Uploads implements AutoCloseable {

  /** How long a file waits for a word. */
  static final Duration KEPT = Duration.ofMinutes(30);

  /** How many files wait at most. */
  static final int WAITING_MAX = 20;

  private static final String FOLDER = "uploads-";
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final Map<String, Upload> waiting = new ConcurrentHashMap<>();
  private Path folder;

  /**
   * @param owner the person in this session; nobody else can ask for it
   * @param file called answers.csv, whatever it is: so cells are named in what is told of it
   * @param name the file's as it was given, for the page only
   */
  record Upload(
      String id, String owner, long run, Path file, String name, String sha256, Instant until) {}

  /** There are too many already. */
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Puts what was uploaded into a file. */
  interface Content {
    void copyTo(Path file) throws IOException;
  }

  Uploads(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Keeps a file for a while.
   *
   * @param work the site's folder of temporary files
   */
  synchronized Upload keep(Path work, String owner, long run, String name, Content content)
      throws IOException, TooMany {
    sweep();
    if (waiting.size() >= WAITING_MAX) {
      throw new TooMany();
    }
    String id = newId();
    Path own = Files.createDirectory(folder(work).resolve(id));
    try {
      Path file = own.resolve("answers.csv");
      content.copyTo(file);
      Upload upload =
          new Upload(id, owner, run, file, name, Sha256.of(file), clock.instant().plus(KEPT));
      waiting.put(id, upload);
      return upload;
    } catch (IOException e) {
      delete(own);
      throw e;
    }
  }

  /** Absent when it is another's, or of another run, or too old. */
  Optional<Upload> find(String id, String owner, long run) {
    sweep();
    return Optional.ofNullable(waiting.get(id))
        .filter(upload -> upload.owner().equals(owner) && upload.run() == run);
  }

  void drop(Upload upload) {
    waiting.remove(upload.id());
    delete(upload.file().getParent());
  }

  /** Deletes what nobody gave a word for in time. */
  void sweep() {
    Instant now = clock.instant();
    for (Iterator<Upload> each = waiting.values().iterator(); each.hasNext(); ) {
      Upload upload = each.next();
      if (!upload.until().isAfter(now)) {
        each.remove();
        delete(upload.file().getParent());
      }
    }
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Path folder(Path work) throws IOException {
    if (folder == null) {
      Files.createDirectories(work);
      removeLeftBehind(work);
      folder = Files.createTempDirectory(work, FOLDER);
    }
    return folder;
  }

  /** Of processes that had no time to. */
  private void removeLeftBehind(Path work) throws IOException {
    Instant before = clock.instant().minus(LEFT_BEHIND);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(work, FOLDER + "*")) {
      for (Path each : old) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
          delete(each);
        }
      }
    }
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes all of them. */
  @Override
  public synchronized void close() {
    waiting.clear();
    if (folder != null) {
      delete(folder);
      folder = null;
    }
  }
}
