package parcelrecon.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.TimeText;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;

/** A time on the command line. */
final class TimeOption {

  private TimeOption() {}

  /** Absent, with a problem told, when the text means no instant. */
  static Optional<Instant> read(String option, String text, ZoneId zone, Problems problems) {
    try {
      return Optional.of(TimeText.parse(text, zone));
    } catch (TimeText.BadTime bad) {
      problems.add(
          ExitCode.USAGE,
          new Problem(option, bad.getMessage(), Problems.NOTHING_STARTED, bad.remedy()));
      return Optional.empty();
    }
  }
}
