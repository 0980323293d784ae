package parcelrecon.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.app.configuration.DurationText;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.TimeText;
import parcelrecon.model.Control;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine.Option;

/** The option that says with which time the window is compared. */
final class ControlOption {

  static final int DAYS_MAX = 1000;

  private static final String NAME = "--compare-with";
  private static final String DAYS = "d";

  @Option(
      names = NAME,
      paramLabel = "PERIOD",
      description =
          "Tell what is more than usual: compare with the same hours so long before, e.g. 7d."
              + " Days are of the calendar; 36h or 90m are exact.")
  String period;

  /**
   * What to compare with; absent, with a problem told, when there is no such time.
   *
   * @param asOf of the run
   */
  Optional<Control> read(Window window, Instant asOf, Problems problems) {
    if (period == null) {
      return Optional.empty();
    }
    if (window.isAll()) {
      return refuse(
          "stands beside --all, which has nothing before it", "Give --from and --to", problems);
    }
    Optional<Duration> back = DurationText.parse(period).filter(ControlOption::isPeriod);
    if (back.isEmpty()) {
      return refuse(
          "\"%s\" is no period, expected a whole number above 0 and ms, s, m, h or d, at most %sd"
              .formatted(period, DAYS_MAX),
          "Write e.g. 7d",
          problems);
    }
    try {
      return apart(new Shift(back.get(), period.endsWith(DAYS)), window, asOf, problems);
    } catch (TimeText.BadTime bad) {
      return refuse(
          "%s before the window there is a local time that means no one time: %s"
              .formatted(period, bad.getMessage()),
          "Give another number of days, or hours, which are exact: " + back.get().toHours() + "h",
          problems);
    }
  }

  private static boolean isPeriod(Duration period) {
    return !period.isZero() && period.compareTo(Duration.ofDays(DAYS_MAX)) <= 0;
  }

  private Optional<Control> apart(Shift shift, Window window, Instant asOf, Problems problems)
      throws TimeText.BadTime {
    ZoneId zone = window.zone();
    Window before =
        new Window(shift.local(window.from(), zone), shift.local(window.to(), zone), zone);
    if (before.to().isAfter(window.from())) {
      return refuse(
          "the window of %s before ends at %s, after the incident's begins (%s), expected before"
              .formatted(period, before.to().atZone(zone), window.from().atZone(zone)),
          "Give a longer period, e.g. 7d",
          problems);
    }
    return Optional.of(new Control(before, shift.nearest(asOf, zone)));
  }

  private Optional<Control> refuse(String what, String remedy, Problems problems) {
    problems.add(ExitCode.USAGE, new Problem(NAME, what, Problems.NOTHING_STARTED, remedy));
    return Optional.empty();
  }

  private record Shift(Duration back, boolean isDays) {

    Instant local(Instant instant, ZoneId zone) throws TimeText.BadTime {
      return isDays ? TimeText.inZone(earlier(instant, zone), zone) : instant.minus(back);
    }

    /** As the JDK takes a time that is skipped or doubled. */
    Instant nearest(Instant instant, ZoneId zone) {
      return isDays ? earlier(instant, zone).atZone(zone).toInstant() : instant.minus(back);
    }

    private LocalDateTime earlier(Instant instant, ZoneId zone) {
      return LocalDateTime.ofInstant(instant, zone).minusDays(back.toDays());
    }
  }
}
