package parcelrecon.report.packages;

import java.util.Optional;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.results.packages.PackageDecision;
import parcelrecon.results.packages.PackageRow;

/** The approved copy of a package, to be kept; it is not handed out to be carried out. */
public final class ApprovedFiles {

  private ApprovedFiles() {}

  /**
   * Reads it whole, as it is now.
   *
   * @return absent where it was not approved, or the copy is not what was approved
   */
  public static Optional<CheckedPackage> look(PackageRow row, PackageSite site) {
    Optional<String> sha256 = row.approval().flatMap(PackageDecision::approvedSha256);
    if (sha256.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PackageFiles.read(site.approved(row.number()), sha256.get()));
    } catch (PackageFiles.Differ e) {
      return Optional.empty();
    }
  }
}
