package parcelrecon.report.packages;

import java.nio.file.Path;
import java.util.Locale;
import parcelrecon.report.ReportSettings;

/**
 * Where a run's packages are, and how they are made.
 *
 * @param runFolder of the run's outputs
 * @param version of this product
 */
public record PackageSite(Path runFolder, ReportSettings settings, String version) {

  Path packages() {
    return runFolder.resolve("packages");
  }

  /** A package's folder. */
  public Path made(long number) {
    return packages().resolve(name(number));
  }

  /** The folder of a package's approved copy. */
  public Path approved(long number) {
    return packages().resolve(name(number) + "-approved");
  }

  static String name(long number) {
    return String.format(Locale.ROOT, "package-%03d", number);
  }
}
