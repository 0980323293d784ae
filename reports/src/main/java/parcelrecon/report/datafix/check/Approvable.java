package parcelrecon.report.datafix.check;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.Manifest.Approval;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.PlainText;

/**
 * A package that may be approved: true to its manifest, its scripts byte for byte what its changes
 * give, and not approved yet. Who may approve is not known here.
 *
 * @param site absent where the package holds no script
 */
public record Approvable(CheckedPackage checked, Optional<DatafixSettings> site) {

  public static final int NAME_CHARACTERS_MAX = 100;
  public static final Duration VALID_STANDARD = Duration.ofHours(24);

  private static final Duration VALID_MIN = Duration.ofMinutes(1);
  private static final Duration VALID_MAX = Duration.ofDays(30);
  private static final String CONSEQUENCE = "Nothing was approved";

  /** Whether an approval can name it: a name on one line, stripped. */
  public static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= NAME_CHARACTERS_MAX && PlainText.is(name);
  }

  /** Whether an approval can hold so long. */
  public static boolean isPeriod(Duration valid) {
    return valid.compareTo(VALID_MIN) >= 0 && valid.compareTo(VALID_MAX) <= 0;
  }

  /**
   * Reads a package whole.
   *
   * @param given the folder or its manifest.json
   * @param version of this product
   * @throws ProblemException UNREACHABLE when the package is not what was made, CONFIGURATION when
   *     that cannot be told without a datafix section, USAGE when it is an approved copy
   */
  public static Approvable read(Path given, Optional<DatafixSettings> site, String version) {
    return of(CheckedPackage.read(given), site, version);
  }

  /** As {@link #read}, of a package that was read. */
  public static Approvable of(
      CheckedPackage checked, Optional<DatafixSettings> site, String version) {
    if (checked.manifest().approval().isPresent()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              checked.folder().toString(),
              "is an approved copy already",
              CONSEQUENCE,
              "Approve the package it was made from"));
    }
    OwnScripts scripts = OwnScripts.of(checked, site, version);
    if (scripts.outcome() != OwnScripts.Outcome.OURS) {
      throw ScriptsRefused.exception(checked, scripts, CONSEQUENCE);
    }
    return new Approvable(checked, site);
  }

  /**
   * Writes the approved copy, and reads it back.
   *
   * @param at and {@code expiresAt} in whole seconds
   * @param folder where it goes; made here
   * @throws ProblemException USAGE when the folder is there, UNREACHABLE when it cannot be written
   *     or the package was changed meanwhile
   */
  public CheckedPackage approve(String by, Instant at, Instant expiresAt, Path folder) {
    Approval approval = new Approval(by, at, expiresAt, checked.manifest().sha256());
    return new ApprovedCopy(checked, folder).write(site, approval);
  }
}
