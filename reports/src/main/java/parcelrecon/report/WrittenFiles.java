package parcelrecon.report;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.report.file.Sha256;
import parcelrecon.report.file.Staging;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that a run wrote into its folder and that are still as it wrote them, by its own
 * run.json, or by the hash beside the rejects.csv of one that failed; and what a killed process
 * left under temporary names. What somebody has filled in, and whatever else lies there, is none of
 * them. No link is followed.
 */
public final class WrittenFiles {

  private static final List<String> LEDGERS = List.of("run.json", RunOutputs.REJECTS_LEDGER);
  private static final Pattern HASHED = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final long LEDGER_BYTES_MAX = 16 << 20;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path folder;
  private final Optional<Path> ledger;
  private final Instant writtenAt;

  private WrittenFiles(Path folder, Optional<Path> ledger, Instant writtenAt) {
    this.folder = folder;
    this.ledger = ledger;
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
   * @return absent where neither a ledger nor anything under a temporary name is there, or either
   *     is reached by a link only
   */
  public static Optional<WrittenFiles> in(Path out, Path folder) throws IOException {
    Path below = out.normalize();
    Path path = folder.normalize();
    if (!path.startsWith(below)
        || path.getNameCount() != below.getNameCount() + 2
        || !isFolder(path.getParent())
        || !isFolder(path)) {
      return Optional.empty();
    }
    Optional<Path> ledger =
        LEDGERS.stream().map(path::resolve).filter(WrittenFiles::isFile).findFirst();
    Optional<Instant> left = Staging.leftAt(path);
    Optional<Instant> listed =
        ledger.isEmpty()
            ? Optional.empty()
            : Optional.of(Files.getLastModifiedTime(ledger.get()).toInstant());
    return Stream.of(left, listed)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(writtenAt -> new WrittenFiles(path, ledger, writtenAt));
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
   * Deletes them, the ledger last, so that a process that is killed can be followed by another;
   * then the folder, where nothing else is in it.
   */
  public Deleted delete() throws IOException {
    int count = 0;
    int changed = 0;
    Staging.deleteLeft(folder);
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
    if (ledger.isPresent()) {
      Files.delete(ledger.get());
      count++;
    }
    folders.add(folder);
    for (Path emptied : folders.descendingSet()) {
      deleteIfEmpty(emptied);
    }
    return new Deleted(count, changed);
  }

  private record Listed(String name, String sha256) {}

  /** Only under names that runs give. */
  private List<Listed> listed() throws IOException {
    if (ledger.isEmpty()) {
      return List.of();
    }
    if (Files.size(ledger.get()) > LEDGER_BYTES_MAX) {
      throw new IOException(ledger.get() + " is none of ours: it has more than 16 MB");
    }
    List<Listed> all =
        ledger.get().endsWith(RunOutputs.REJECTS_LEDGER)
            ? hashed(ledger.get())
            : outputs(ledger.get());
    return all.stream().filter(each -> RunOutputs.isOurs(each.name())).toList();
  }

  private static List<Listed> outputs(Path runJson) throws IOException {
    List<Listed> outputs = new ArrayList<>();
    try {
      for (JsonNode output : MAPPER.readTree(Files.readAllBytes(runJson)).path("outputs")) {
        outputs.add(
            new Listed(output.path("file").asString(""), output.path("sha256").asString("")));
      }
    } catch (JacksonException e) {
      throw new IOException(runJson + " cannot be read", e);
    }
    return outputs;
  }

  private static List<Listed> hashed(Path hashes) throws IOException {
    return Files.readAllLines(hashes).stream()
        .map(HASHED::matcher)
        .filter(Matcher::matches)
        .map(line -> new Listed(line.group(2), line.group(1)))
        .toList();
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
