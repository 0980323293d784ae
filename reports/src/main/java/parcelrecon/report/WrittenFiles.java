package parcelrecon.report;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import parcelrecon.report.file.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that a run wrote into its folder and that are still as it wrote them, by its own
 * run.json. What somebody has filled in, and whatever else lies there, is none of them. No link is
 * followed.
 */
public final class WrittenFiles {

  private static final String LEDGER = "run.json";
  private static final long LEDGER_BYTES_MAX = 16 << 20;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path folder;
  private final Instant writtenAt;

  private WrittenFiles(Path folder, Instant writtenAt) {
    this.folder = folder;
    this.writtenAt = writtenAt;
  }

  /**
   * @param count of files deleted
   * @param changed files that are not what the run wrote; they are left
   */
  public record Deleted(int count, int changed) {}

  /**
   * @param out below which runs write; it may be a link
   * @param folder of one run, two levels below it
   * @return absent where the run's ledger is not there, or is reached by a link only
   */
  public static Optional<WrittenFiles> in(Path out, Path folder) throws IOException {
    Path below = out.normalize();
    Path path = folder.normalize();
    if (!path.startsWith(below)
        || path.getNameCount() != below.getNameCount() + 2
        || !isFolder(path.getParent())
        || !isFolder(path)
        || !isFile(path.resolve(LEDGER))) {
      return Optional.empty();
    }
    return Optional.of(
        new WrittenFiles(path, Files.getLastModifiedTime(path.resolve(LEDGER)).toInstant()));
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** When they were written, or made again. */
  public Instant writtenAt() {
    return writtenAt;
  }

  /**
   * Deletes them, run.json last, so that a process that is killed can be followed by another; then
   * the folder, where nothing else is in it.
   */
  public Deleted delete() throws IOException {
    int count = 0;
    int changed = 0;
    TreeSet<Path> folders = new TreeSet<>();
    for (Listed listed : listed()) {
      Path file = folder.resolve(listed.name());
      if (isFolder(file.getParent()) && isFile(file)) {
        if (Sha256.of(file).equals(listed.sha256())) {
          Files.delete(file);
          count++;
          folders.add(file.getParent());
        } else {
          changed++;
        }
      }
    }
    Files.delete(folder.resolve(LEDGER));
    folders.add(folder);
    for (Path emptied : folders.descendingSet()) {
      deleteIfEmpty(emptied);
    }
    return new Deleted(count + 1, changed);
  }

  private record Listed(String name, String sha256) {}

  /** Only under names that runs give. */
  private List<Listed> listed() throws IOException {
    List<Listed> listed = new ArrayList<>();
    Path ledger = folder.resolve(LEDGER);
    if (Files.size(ledger) > LEDGER_BYTES_MAX) {
      throw new IOException(ledger + " is none of ours: it has more than 16 MB");
    }
    try {
      for (JsonNode output : MAPPER.readTree(Files.readAllBytes(ledger)).path("outputs")) {
        String name = output.path("file").asString("");
        if (RunOutputs.isOurs(name)) {
          listed.add(new Listed(name, output.path("sha256").asString("")));
        }
      }
    } catch (JacksonException e) {
      throw new IOException(ledger + " cannot be read", e);
    }
    return listed;
  }

  private static void deleteIfEmpty(Path emptied) throws IOException {
    try {
      Files.delete(emptied);
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // Somebody else's files are there, or somebody was quicker.
      return;
    }
  }
}
