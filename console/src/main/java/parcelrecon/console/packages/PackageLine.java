package parcelrecon.console.packages;

import java.time.Instant;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageState;

/**
 * A package in a list.
 *
 * @param stands false of an open or approved one that no longer stands on what was confirmed, which
 *     nobody has noted yet
 */
record PackageLine(PackageRow row, PackageState state, boolean stands) {

  static PackageLine of(PackageRow row, Instant now, boolean stands) {
    return new PackageLine(row, row.state(now), stands);
  }

  /** The key of the words for it. */
  public String stateKey() {
    return stands ? "packages.state." + state : "packages.state.fallen";
  }

  /** Its colour. */
  public String look() {
    if (!stands) {
      return "bad";
    }
    return switch (state) {
      case OPEN -> "warn";
      case APPROVED -> "good";
      case REFUSED, VOIDED -> "bad";
      case EXPIRED -> "";
    };
  }
}
