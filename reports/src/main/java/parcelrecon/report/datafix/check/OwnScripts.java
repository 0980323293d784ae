package parcelrecon.report.datafix.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.report.datafix.DatafixPackage;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.script.Rendering;
import parcelrecon.report.datafix.script.Script;
import parcelrecon.report.datafix.script.Scripts;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;

/**
 * Whether a package's scripts are byte for byte what its changes give under a site's settings.
 *
 * @param outcome what came of the comparison
 * @param different the scripts that are not, or that are missing or too many; in order
 */
public record OwnScripts(Outcome outcome, List<String> different) {

  /** Why scripts are what they are. */
  public enum Outcome {
    /** They are what the changes give; of a package without scripts, too. */
    OURS,
    /** The site has no datafix section, so that nothing can be rendered. */
    NOT_COMPARED,
    /** They differ, and so does the datafix section they were made with. */
    SECTION_CHANGED,
    /** They differ, and they were made by another version. */
    OTHER_VERSION,
    /** They differ, and nothing says why they should. */
    NOT_OURS
  }

  /**
   * @param version of this product
   */
  public static OwnScripts of(
      CheckedPackage checked, Optional<DatafixSettings> site, String version) {
    Map<String, String> seen =
        checked.manifest().files().stream()
            .filter(file -> file.file().endsWith(".sql"))
            .collect(Collectors.toMap(OutputFile::file, OutputFile::sha256));
    List<ChangesFile> changes = checked.changes();
    if (seen.isEmpty() && changes.isEmpty()) {
      return new OwnScripts(Outcome.OURS, List.of());
    }
    if (site.isEmpty()) {
      return new OwnScripts(Outcome.NOT_COMPARED, List.of());
    }
    List<String> different = different(seen, rendered(checked.manifest(), changes, site.get()));
    return new OwnScripts(outcome(checked.manifest(), site.get(), version, different), different);
  }

  private static Map<String, String> rendered(
      Manifest manifest, List<ChangesFile> changes, DatafixSettings site) {
    Optional<Rendering> rendering =
        Renderings.of(manifest, site, manifest.approval().map(Manifest.Approval::expiresAt));
    Map<String, String> rendered = new TreeMap<>();
    if (rendering.isEmpty()) {
      return rendered;
    }
    for (ChangesFile each : changes) {
      for (Script script : Scripts.of(each, rendering.get())) {
        try {
          rendered.put(script.file(), Sha256.of(script.content()::write));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return rendered;
  }

  private static List<String> different(Map<String, String> seen, Map<String, String> rendered) {
    return Stream.concat(seen.keySet().stream(), rendered.keySet().stream())
        .distinct()
        .sorted()
        .filter(file -> !seen.getOrDefault(file, "").equals(rendered.get(file)))
        .toList();
  }

  private static Outcome outcome(
      Manifest manifest, DatafixSettings site, String version, List<String> different) {
    if (different.isEmpty()) {
      return Outcome.OURS;
    }
    boolean isOtherSection =
        !manifest.origin().datafix().equals(Optional.of(DatafixPackage.sha256(site)));
    if (isOtherSection) {
      return Outcome.SECTION_CHANGED;
    }
    return manifest.origin().version().equals(version) ? Outcome.NOT_OURS : Outcome.OTHER_VERSION;
  }
}
