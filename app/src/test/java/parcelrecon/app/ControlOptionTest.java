package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.model.Control;
import parcelrecon.model.Window;
import parcelrecon.problem.ProblemException;

/** Which time a window is compared with, and which it is not. */
class ControlOptionTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;

  private static Optional<Control> read(String period, String from, String to, Problems problems) {
    ControlOption option = new ControlOption();
    option.period = period;
    Window window = new Window(berlin(from), berlin(to), BERLIN);
    return option.read(window, berlin("2021-04-04T12:00"), problems);
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static Control control(String period, String from, String to) {
    Problems problems = new Problems();
    Optional<Control> control = read(period, from, to, problems);
    problems.throwIfAny();
    return control.orElseThrow();
  }

  private static List<String> problems(String period, String from, String to) {
    Problems problems = new Problems();
    assertThat(read(period, from, to, problems)).isEmpty();
    try {
      problems.throwIfAny();
      return List.of();
    } catch (ProblemException e) {
      return e.problems().stream().map(problem -> problem.text()).toList();
    }
  }

  /** The clocks of Berlin went from 02:00 to 03:00 on 2021-03-28. */
  @Test
  void days_areThoseOfTheCalendar_whenClocksChangedBetween() {
    Control control = control("7d", "2021-04-01T19:33", "2021-04-01T20:22");
    assertThat(control.window())
        .isEqualTo(new Window(berlin("2021-03-25T19:33"), berlin("2021-03-25T20:22"), BERLIN));
    assertThat(control.asOf()).isEqualTo(berlin("2021-03-28T12:00"));
    assertThat(control.window().from()).isEqualTo(Instant.parse("2021-03-25T18:33:00Z"));
  }

  @Test
  void hours_areExact_whenClocksChangedBetween() {
    Control control = control("168h", "2021-04-01T19:33", "2021-04-01T20:22");
    assertThat(control.window().from()).isEqualTo(Instant.parse("2021-03-25T17:33:00Z"));
    assertThat(control.window().to()).isEqualTo(Instant.parse("2021-03-25T18:22:00Z"));
    assertThat(control.asOf()).isEqualTo(Instant.parse("2021-03-28T10:00:00Z"));
  }

  @Test
  void localTime_isRefused_whenAClockChangeSkipsIt() {
    assertThat(problems("7d", "2021-04-04T02:30", "2021-04-04T04:00"))
        .containsExactly(
            "--compare-with: 7d before the window there is a local time that means no one time:"
                + " 2021-03-28T02:30 does not exist in Europe/Berlin: the clocks went from 02:00 to"
                + " 03:00. Nothing was started. Give another number of days, or hours, which are"
                + " exact: 168h.");
  }

  @Test
  void localTime_isRefused_whenAClockChangeDoublesIt() {
    assertThat(problems("7d", "2021-11-07T02:30", "2021-11-07T04:00"))
        .singleElement()
        .asString()
        .contains("2021-10-31T02:30 happened twice in Europe/Berlin");
  }

  @Test
  void windows_mayTouch_butNotOverlap() {
    assertThat(control("49m", "2021-04-01T19:33", "2021-04-01T20:22").window().to())
        .isEqualTo(berlin("2021-04-01T19:33"));
    assertThat(problems("48m", "2021-04-01T19:33", "2021-04-01T20:22"))
        .singleElement()
        .asString()
        .startsWith(
            "--compare-with: the window of 48m before ends at 2021-04-01T19:34+02:00[Europe/Berlin],"
                + " after the incident's begins");
    assertThat(problems("1d", "2021-04-01T00:00", "2021-04-03T00:00")).hasSize(1);
  }

  @Test
  void period_isRefused_whenItIsNone() {
    for (String period : List.of("0d", "0h", "-7d", "7", "week", "7 d", "1.5d", "1001d", "")) {
      assertThat(problems(period, "2021-04-01T19:33", "2021-04-01T20:22"))
          .as(period)
          .singleElement()
          .asString()
          .startsWith("--compare-with: \"" + period + "\" is no period, expected a whole number");
    }
  }

  @Test
  void all_hasNothingBefore_soTheCommandEndsWithUsage() {
    SiteFolder site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST);
    String config = site.path("recon.yaml").toString();
    CommandLineRun run =
        CommandLineRun.of("reconcile", "-c", config, "--incident=x", "--all", "--compare-with=7d");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.messages())
        .containsExactly(
            "--compare-with: stands beside --all, which has nothing before it. Nothing was started."
                + " Give --from and --to.");
    for (String period : List.of("-7d", "7x")) {
      assertThat(
              CommandLineRun.of(
                      Stream.of(
                              "reconcile",
                              "-c=" + config,
                              "--incident=x",
                              "--from=2022-04-13T19:33",
                              "--to=2022-04-13T20:22",
                              "--compare-with",
                              period)
                          .toArray(String[]::new))
                  .exitCode())
          .isEqualTo(2);
    }
  }
}
