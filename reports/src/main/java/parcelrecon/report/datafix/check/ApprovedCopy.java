package parcelrecon.report.datafix.check;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.Manifest.Approval;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.script.Script;
import parcelrecon.report.datafix.script.Scripts;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Staging;

/**
 * A package's copy that says who approved it and until when: its scripts carry the expiry, its
 * manifest the approval, everything else is byte for byte the same. The manifest comes last, so
 * that a copy that was not finished is refused.
 */
public final class ApprovedCopy {

  private final CheckedPackage checked;
  private final Path folder;

  /**
   * @param checked not approved yet, its scripts {@link OwnScripts.Outcome#OURS}
   * @param folder where it goes; made here
   */
  public ApprovedCopy(CheckedPackage checked, Path folder) {
    this.checked = checked;
    this.folder = folder;
  }

  /**
   * Writes the copy, and reads it back.
   *
   * @param site absent where the package holds no script
   * @throws ProblemException USAGE when the folder is there, UNREACHABLE when it cannot be written
   *     or the package was changed meanwhile
   */
  public CheckedPackage write(Optional<DatafixSettings> site, Approval approval) {
    begin();
    try (Staging staging = Staging.in(folder)) {
      for (OutputFile file : checked.manifest().files()) {
        if (!file.file().endsWith(".sql")) {
          copy(file, staging);
        }
      }
      site.ifPresent(settings -> render(settings, approval, staging));
      List<OutputFile> files = inOrder(staging.files());
      Manifest manifest = manifest(files, approval);
      staging.add(
          Manifest.NAME,
          path -> {
            Files.writeString(path, manifest.text());
            return files.size();
          });
      staging.publish(name -> false);
    } catch (RuntimeException e) {
      removeIfEmpty();
      throw e;
    }
    return CheckedPackage.read(folder);
  }

  private void begin() {
    try {
      if (folder.getParent() != null) {
        Files.createDirectories(folder.getParent());
      }
      Files.createDirectory(folder);
    } catch (IOException e) {
      boolean isThere = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
      throw new ProblemException(
          isThere ? ExitCode.USAGE : ExitCode.UNREACHABLE,
          new Problem(
              folder.toString(),
              isThere ? "is there already" : "cannot be made",
              "Nothing was approved",
              "Name another folder with --out"),
          e);
    }
  }

  private void removeIfEmpty() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException notEmpty) {
      return;
    }
  }

  private void copy(OutputFile file, Staging staging) {
    Path from = checked.folder().resolve(file.file());
    OutputFile copied =
        staging.add(
            file.file(),
            path -> {
              Files.copy(from, path, LinkOption.NOFOLLOW_LINKS);
              return file.rows();
            });
    if (!copied.equals(file)) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              from.toString(),
              "was changed while it was read",
              "Nothing was approved",
              "See who works on the package, then verify it again"));
    }
  }

  private void render(DatafixSettings site, Approval approval, Staging staging) {
    for (OutputFile file : List.copyOf(staging.files())) {
      if (file.file().endsWith(ChangesFile.SUFFIX)) {
        ChangesFile changes = ChangesFile.open(staging.path(file.file()));
        Renderings.of(checked.manifest(), site, Optional.of(approval.expiresAt())).stream()
            .flatMap(rendering -> Scripts.of(changes, rendering).stream())
            .forEach(script -> add(script, staging));
      }
    }
  }

  private static void add(Script script, Staging staging) {
    staging.add(
        script.file(),
        path -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            script.content().write(out);
          }
          return script.rows();
        });
  }

  /** As the package has them; it holds neither more nor fewer. */
  private List<OutputFile> inOrder(List<OutputFile> written) {
    Map<String, OutputFile> byName = new HashMap<>();
    written.forEach(file -> byName.put(file.file(), file));
    List<OutputFile> inOrder = new ArrayList<>();
    for (OutputFile file : checked.manifest().files()) {
      inOrder.add(byName.remove(file.file()));
    }
    if (inOrder.contains(null) || !byName.isEmpty()) {
      throw new IllegalStateException("scripts differ from " + checked.folder());
    }
    return inOrder;
  }

  private Manifest manifest(List<OutputFile> files, Approval approval) {
    Manifest before = checked.manifest();
    return new Manifest(
        before.incident(),
        before.asOf(),
        before.origin(),
        before.sums(),
        files,
        Optional.of(approval));
  }
}
