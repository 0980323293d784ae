package parcelrecon.console.packages;

import java.util.List;
import java.util.Optional;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.results.packages.PackageDecisions;
import parcelrecon.results.packages.PackageMismatch;
import parcelrecon.results.packages.PackageState;

/**
 * What the page of a package shows.
 *
 * @param checked its files as they are now; absent where they are not what was made
 * @param fallen the first mismatches it no longer stands on
 * @param mismatches those of this page of the list
 * @param next behind which the next page begins; absent on the last
 */
record PackagePage(
    PackageLine line,
    Optional<CheckedPackage> checked,
    List<PackageMismatch> fallen,
    List<PackageMismatch> mismatches,
    Optional<String> next) {

  static final int MISMATCHES_SHOWN = 50;

  /** Whether anybody can decide about it. */
  public boolean isOpen() {
    return line.state() == PackageState.OPEN && line.stands() && checked.isPresent();
  }

  /** Whether this person may decide about it. */
  public boolean isFor(Person person) {
    return isOpen() && person.may(Permission.APPROVE) && !isOwn(person);
  }

  /** Whether this person made it. */
  public boolean isOwn(Person person) {
    return !PackageDecisions.isAnother(line.row(), person.name());
  }

  /** Whether it can be downloaded as approved. */
  public boolean isApproved() {
    return line.state() == PackageState.APPROVED && line.stands() && checked.isPresent();
  }
}
