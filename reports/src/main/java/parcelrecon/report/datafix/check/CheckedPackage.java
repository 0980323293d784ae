package parcelrecon.report.datafix.check;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.datafix.TableRow;
import parcelrecon.model.Utf8Order;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;

/**
 * A datafix package that is true to its manifest: every file it names is there with its hash and
 * its rows, no other is, and the manifest is byte for byte what is written for what it says.
 */
public record CheckedPackage(Path folder, Manifest manifest) {

  /** What a run calls its files: no folder, no way out of one, nothing that an eye takes for it. */
  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

  /**
   * Reads the package whole.
   *
   * @param given the folder or its manifest.json
   * @throws ProblemException UNREACHABLE when it is not there or not what its manifest says, with
   *     all that is wrong
   */
  public static CheckedPackage read(Path given) {
    return read(given, CheckLimits.STANDARD);
  }

  static CheckedPackage read(Path given, CheckLimits limits) {
    Path folder = folder(given.toString().isEmpty() ? Path.of(".") : given);
    Findings findings = new Findings(folder, limits.problems());
    Manifest manifest = manifest(folder, findings, limits);
    Set<String> named = new HashSet<>();
    named.add(Manifest.NAME);
    String before = "";
    for (OutputFile file : manifest.files()) {
      if (!FILE_NAME.matcher(file.file()).matches()) {
        findings.add(
            Manifest.NAME, "names \"" + file.file() + "\", which no file of a package is called");
      } else if (Utf8Order.COMPARATOR.compare(before, file.file()) >= 0) {
        findings.add(Manifest.NAME, "names " + file.file() + " twice or out of order");
      } else {
        check(file, manifest, folder, findings, limits);
      }
      named.add(file.file());
      before = file.file();
    }
    findOthers(folder, named, findings, limits);
    findings.throwIfAny();
    return new CheckedPackage(folder, manifest);
  }

  /** Whether a script of it changes a row. */
  public boolean hasChanges() {
    return changesFiles().findAny().isPresent();
  }

  private Stream<String> changesFiles() {
    return manifest.files().stream()
        .map(OutputFile::file)
        .filter(name -> name.endsWith(ChangesFile.SUFFIX));
  }

  /**
   * The files of changes, in their order.
   *
   * @throws ProblemException UNREACHABLE when one holds anything else
   */
  public List<ChangesFile> changes() {
    try {
      return changesFiles().map(name -> ChangesFile.open(folder.resolve(name))).toList();
    } catch (ProblemException e) {
      throw new ProblemException(ExitCode.UNREACHABLE, e.problems());
    }
  }

  /**
   * How the changes stand to the site's table now, a count for each script.
   *
   * @param hasDeadline whether the table has a deadline
   * @param table the rows with up to 500 keys
   */
  public List<GuardCount> guards(
      boolean hasDeadline, Function<List<String>, List<TableRow>> table) {
    return changes().stream().map(each -> GuardCount.of(each, hasDeadline, table)).toList();
  }

  private static Path folder(Path given) {
    if (Files.isDirectory(given)) {
      if (!Files.isReadable(given)) {
        throw Findings.notThere(given, "cannot be read");
      }
      return given;
    }
    boolean isManifest =
        given.getFileName() != null && given.getFileName().toString().equals(Manifest.NAME);
    if (isManifest && Files.exists(given, NOFOLLOW_LINKS)) {
      return given.toAbsolutePath().getParent();
    }
    throw Findings.notThere(
        given,
        Files.exists(given)
            ? "is a file, expected the folder of a datafix package"
            : "is not there");
  }

  private static Manifest manifest(Path folder, Findings findings, CheckLimits limits) {
    Path file = folder.resolve(Manifest.NAME);
    if (!Files.exists(file, NOFOLLOW_LINKS)) {
      throw Findings.notThere(folder, "holds no " + Manifest.NAME);
    }
    try {
      if (isSound(file, limits.manifestBytes(), findings)) {
        return ManifestText.read(bytes(file, limits.manifestBytes()));
      }
    } catch (ManifestText.Untrue e) {
      findings.add(Manifest.NAME, e.getMessage());
    } catch (IOException e) {
      findings.unreadable(Manifest.NAME, e);
    }
    throw findings.asException();
  }

  private static byte[] bytes(Path file, int bytesMax) throws IOException {
    try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      return bytes.readNBytes(bytesMax);
    }
  }

  private static void check(
      OutputFile file, Manifest manifest, Path folder, Findings findings, CheckLimits limits) {
    Path path = folder.resolve(file.file());
    if (!Files.exists(path, NOFOLLOW_LINKS)) {
      findings.add(file.file(), "is missing");
      return;
    }
    try {
      if (isSound(path, limits.fileBytes(), findings)) {
        String seen = Sha256.of(path);
        if (!seen.equals(file.sha256())) {
          findings.add(
              file.file(),
              "is not what was written (SHA-256 " + seen + ", expected " + file.sha256() + ")");
          return;
        }
        long rows = CountedRows.of(file, manifest, path);
        if (rows != file.rows()) {
          findings.add(file.file(), "has " + rows + " rows, expected " + file.rows());
        }
      }
    } catch (IOException e) {
      findings.unreadable(file.file(), e);
    }
  }

  private static boolean isSound(Path path, long bytesMax, Findings findings) throws IOException {
    String name = path.getFileName().toString();
    if (!Files.isRegularFile(path, NOFOLLOW_LINKS)) {
      findings.add(name, "is no plain file (a link, a folder or a device), and was not followed");
      return false;
    }
    long bytes = Files.size(path);
    if (bytes > bytesMax) {
      findings.add(name, "has " + bytes + " bytes, which is more than " + bytesMax);
    }
    return bytes <= bytesMax;
  }

  private static void findOthers(
      Path folder, Set<String> named, Findings findings, CheckLimits limits) {
    try (Stream<Path> entries = Files.list(folder)) {
      Iterator<Path> each = entries.iterator();
      for (int seen = 0; each.hasNext(); seen++) {
        if (seen > limits.files()) {
          findings.add("", "holds more than " + limits.files() + " files");
          return;
        }
        String name = each.next().getFileName().toString();
        if (!named.contains(name)) {
          findings.add(name, "is not in the manifest");
        }
      }
    } catch (IOException e) {
      findings.unreadable("", e);
    }
  }
}
