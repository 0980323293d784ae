package parcelrecon.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import parcelrecon.app.configuration.Problems;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine.Option;

/** The options that say from when to when. */
final class WindowOptions {

  @Option(
      names = "--from",
      paramLabel = "T",
      description =
          "Start of the window, e.g. 2022-04-13T19:33 (in the site's zone) or with +08:00.")
  String from;

  @Option(names = "--to", paramLabel = "T", description = "End of the window, not in it.")
  String to;

  /** The time given; where none is, what stands in for it. */
  Optional<Instant> from(Supplier<Optional<Instant>> otherwise, ZoneId zone, Problems problems) {
    return from == null ? otherwise.get() : TimeOption.read("--from", from, zone, problems);
  }

  /** The time given; where none is, what stands in for it. */
  Optional<Instant> to(Supplier<Optional<Instant>> otherwise, ZoneId zone, Problems problems) {
    return to == null ? otherwise.get() : TimeOption.read("--to", to, zone, problems);
  }

  /** The window of both options, or all there is where neither is given. */
  Optional<Window> bothOrAll(ZoneId zone, Problems problems) {
    if (from == null && to == null) {
      return Optional.of(Window.all(zone));
    }
    missing("--from", from, problems);
    missing("--to", to, problems);
    Optional<Instant> start = from(Optional::empty, zone, problems);
    Optional<Instant> end = to(Optional::empty, zone, problems);
    return start.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : between(start.get(), end.get(), zone, problems);
  }

  private static void missing(String option, String text, Problems problems) {
    if (text == null) {
      problems.add(
          ExitCode.USAGE,
          new Problem(
              option,
              "is missing",
              Problems.NOTHING_STARTED,
              "Give --from and --to, or neither for all there is"));
    }
  }

  /** Absent, with a problem told, when it ends before it begins. */
  Optional<Window> between(Instant start, Instant end, ZoneId zone, Problems problems) {
    if (start.isBefore(end)) {
      return Optional.of(new Window(start, end, zone));
    }
    problems.add(
        ExitCode.USAGE,
        new Problem(
            from != null && to != null ? "--from/--to" : from != null ? "--from" : "--to",
            "the window ends at %s, not after its start %s"
                .formatted(end.atZone(zone), start.atZone(zone)),
            Problems.NOTHING_STARTED,
            "Correct the times"));
    return Optional.empty();
  }
}
