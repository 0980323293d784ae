package parcelrecon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parcelrecon.app.configuration.FileWindow;
import parcelrecon.app.configuration.IncidentFile;
import parcelrecon.app.configuration.Problems;
import parcelrecon.model.Incident;
import parcelrecon.model.Incident.Times;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which incident, and which window. */
final class IncidentOptions {

  @Option(
      names = "--incident",
      required = true,
      paramLabel = "ID|FILE",
      description = "An id of your own (then with --from and --to, or --all), or a YAML file.")
  String incident;

  @Mixin WindowOptions times;

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
    if (!Incident.isId(incident)) {
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
      if (times.from != null || times.to != null) {
        usage(problems, "--all", "stands beside --from or --to", "Give the one or the other");
      }
      return Optional.of(Window.all(zone));
    }
    FileWindow ofFile = file.map(IncidentFile::window).orElse(FileWindow.NONE);
    Optional<Instant> start = times.from(ofFile::from, zone, problems);
    Optional<Instant> end = times.to(ofFile::to, zone, problems);
    if (file.isPresent()) {
      missing("--from", "from", times.from != null || ofFile.hasFrom(), problems);
      missing("--to", "to", times.to != null || ofFile.hasTo(), problems);
    }
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (times.from == null && times.to == null && !start.get().isBefore(end.get())) {
      ofFile.tellOutOfOrder();
      return Optional.empty();
    }
    return times.between(start.get(), end.get(), zone, problems);
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

  private static void usage(Problems problems, String where, String what, String remedy) {
    problems.add(ExitCode.USAGE, new Problem(where, what, Problems.NOTHING_STARTED, remedy));
  }
}
