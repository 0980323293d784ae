package parcelrecon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parcelrecon.app.configuration.FileWindow;
import parcelrecon.app.configuration.IncidentFile;
import parcelrecon.app.configuration.Problems;
import parcelrecon.model.Incident;
import parcelrecon.model.Incident.Times;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine.Option;

/** The options that say which incident, and which window. */
final class IncidentOptions {

  @Option(
      names = "--incident",
      required = true,
      paramLabel = "ID|FILE",
      description = "An id of your own (then with --from and --to, or --all), or a YAML file.")
  String incident;

  @Option(
      names = "--from",
      paramLabel = "T",
      description =
          "Start of the window, e.g. 2022-04-13T19:33 (in the site's zone) or with +08:00.")
  String from;

  @Option(names = "--to", paramLabel = "T", description = "End of the window, not in it.")
  String to;

  @Option(names = "--all", description = "Everything the sources hold, whatever its time.")
  boolean all;

  @Option(names = "--title", paramLabel = "TEXT", description = "What the outputs call it.")
  String title;

  /**
   * The incident, as far as it can be told.
   *
   * @param zone of local times
   * @param market of the site
   * @param problems hears what is wrong
   */
  Optional<Incident> read(Console console, ZoneId zone, String market, Problems problems) {
    Optional<IncidentFile> file =
        isFile()
            ? IncidentFile.read(Path.of(incident), zone, console.environment(), problems)
            : plain(problems);
    Optional<Window> window = window(file, zone, problems);
    if (file.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    IncidentFile found = file.get();
    return Optional.of(
        new Incident(
            found.id(),
            title == null ? found.title() : title,
            found.market().isEmpty() ? market : found.market(),
            window.get(),
            found.times(),
            found.phases(),
            found.claims()));
  }

  private boolean isFile() {
    return incident.endsWith(".yaml") || incident.endsWith(".yml") || incident.contains("/");
  }

  private Optional<IncidentFile> plain(Problems problems) {
    if (!IncidentFile.isId(incident)) {
      usage(
          problems,
          "--incident",
          "\"" + incident + "\" cannot name a folder, expected " + IncidentFile.ID_FORM,
          "Choose another id, or name a file that ends with .yaml");
    }
    return Optional.of(
        new IncidentFile(incident, "", "", FileWindow.NONE, Times.UNKNOWN, List.of(), List.of()));
  }

  private Optional<Window> window(Optional<IncidentFile> file, ZoneId zone, Problems problems) {
    if (all) {
      if (from != null || to != null) {
        usage(problems, "--all", "stands beside --from or --to", "Give the one or the other");
      }
      return Optional.of(Window.all(zone));
    }
    FileWindow ofFile = file.map(IncidentFile::window).orElse(FileWindow.NONE);
    Optional<Instant> start = edge("--from", from, ofFile::from, zone, problems);
    Optional<Instant> end = edge("--to", to, ofFile::to, zone, problems);
    if (file.isPresent()) {
      missing("--from", "from", from != null || ofFile.hasFrom(), problems);
      missing("--to", "to", to != null || ofFile.hasTo(), problems);
    }
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (!start.get().isBefore(end.get())) {
      if (from == null && to == null) {
        ofFile.tellOutOfOrder();
      } else {
        backwards(zone, start.get(), end.get(), problems);
      }
      return Optional.empty();
    }
    return Optional.of(new Window(start.get(), end.get(), zone));
  }

  private static Optional<Instant> edge(
      String option,
      String text,
      Supplier<Optional<Instant>> ofFile,
      ZoneId zone,
      Problems problems) {
    return text == null ? ofFile.get() : TimeOption.read(option, text, zone, problems);
  }

  private void missing(String option, String key, boolean isThere, Problems problems) {
    if (isThere) {
      return;
    }
    if (isFile()) {
      problems.add(
          ExitCode.CONFIGURATION,
          new Problem(
              incident,
              "window." + key + " is missing",
              Problems.NOTHING_STARTED,
              "Add it to the file or give " + option));
    } else {
      usage(problems, option, "is missing", "Give --from and --to, or --all");
    }
  }

  private void backwards(ZoneId zone, Instant start, Instant end, Problems problems) {
    usage(
        problems,
        from != null && to != null ? "--from/--to" : from != null ? "--from" : "--to",
        "the window ends at %s, not after its start %s"
            .formatted(end.atZone(zone), start.atZone(zone)),
        "Correct the times");
  }

  private static void usage(Problems problems, String where, String what, String remedy) {
    problems.add(ExitCode.USAGE, new Problem(where, what, Problems.NOTHING_STARTED, remedy));
  }
}
