package parcelrecon.report.packages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.file.FixedZip;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;

/** The files of a package that is known by its hash. */
final class PackageFiles {

  private PackageFiles() {}

  /** Thrown where files are not what they are known as; the message says what differs. */
  static final class Differ extends Exception {

    private static final long serialVersionUID = 1;

    Differ(String what) {
      super(what);
    }
  }

  /** Reads the folder whole; it is no link, and holds none. */
  static CheckedPackage read(Path folder, String sha256) throws Differ {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new Differ(folder.getFileName() + " is no folder");
    }
    CheckedPackage checked;
    try {
      checked = CheckedPackage.read(folder);
    } catch (ProblemException e) {
      throw new Differ(
          e.problems().stream()
              .map(problem -> within(folder, problem))
              .collect(Collectors.joining("; ")));
    }
    String seen = checked.manifest().sha256();
    if (!seen.equals(sha256)) {
      throw new Differ(
          folder.getFileName()
              + "/"
              + Manifest.NAME
              + " has hash "
              + seen
              + ", expected "
              + sha256);
    }
    return checked;
  }

  /** Where the folder is, is nobody's affair who looks at a page. */
  private static String within(Path folder, Problem problem) {
    return problem.where().replace(folder.getParent() + "/", "") + " " + problem.what();
  }

  /**
   * Packs a package that was read; every file's bytes are compared once more as they are packed.
   *
   * @param root the folder in the zip
   */
  static void zip(CheckedPackage checked, String root, Path to) throws Differ {
    try (FixedZip zip = FixedZip.create(to)) {
      for (OutputFile file : checked.manifest().files()) {
        Path path = checked.folder().resolve(file.file());
        try (InputStream bytes = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
          String seen = Sha256.ofRead(bytes, read -> zip.add(root + "/" + file.file(), read));
          if (!seen.equals(file.sha256())) {
            throw new Differ(
                checked.folder().getFileName()
                    + "/"
                    + file.file()
                    + " is not what was written (SHA-256 "
                    + seen
                    + ")");
          }
        }
      }
      byte[] manifest = checked.manifest().text().getBytes(StandardCharsets.UTF_8);
      zip.add(root + "/" + Manifest.NAME, new ByteArrayInputStream(manifest));
    } catch (IOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              checked.folder().toString(),
              "cannot be packed (" + e + ")",
              "Nothing was handed out",
              "Make room for temporary files, then try again"),
          e);
    }
  }
}
