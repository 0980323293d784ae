package parcelrecon.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.app.configuration.Environment;
import parcelrecon.app.configuration.FileWindow;
import parcelrecon.app.configuration.IncidentFile;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.console.site.KnownIncident;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** The files of incidents in the folder {@code incidents} beside a configuration. */
record SiteIncidents(Path folder, ZoneId zone, String market, Environment environment) {

  /** Of more files the last by name are left out. */
  static final int FILES_MAX = 200;

  static SiteIncidents beside(Path file, SiteConfiguration configuration, Environment environment) {
    return new SiteIncidents(
        file.toAbsolutePath().resolveSibling("incidents"),
        configuration.zone(),
        configuration.market(),
        environment);
  }

  /** As the files are now, the last by name first: names often begin with the day. */
  List<KnownIncident> read() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .limit(FILES_MAX)
          .map(this::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KnownIncident read(Path file) {
    String name = file.getFileName().toString();
    Problems problems = new Problems();
    Optional<Incident> incident =
        IncidentFile.read(file, zone, environment, problems)
            .flatMap(found -> incident(name, found, problems));
    try {
      problems.throwIfAny();
      return new KnownIncident(name, incident, List.of());
    } catch (ProblemException e) {
      return new KnownIncident(
          name, Optional.empty(), e.problems().stream().map(Problem::text).toList());
    }
  }

  private Optional<Incident> incident(String name, IncidentFile file, Problems problems) {
    return window(name, file.window(), problems)
        .map(
            window ->
                new Incident(
                    file.id(),
                    file.title(),
                    file.market().isEmpty() ? market : file.market(),
                    window,
                    file.times(),
                    file.phases(),
                    file.claims()));
  }

  private Optional<Window> window(String name, FileWindow window, Problems problems) {
    if (!window.hasFrom() || !window.hasTo()) {
      problems.add(
          ExitCode.CONFIGURATION,
          new Problem(
              name,
              "it does not say when its window begins and ends",
              "It cannot be started from the console",
              "Add window.from and window.to to the file"));
      return Optional.empty();
    }
    Optional<Instant> from = window.from();
    Optional<Instant> to = window.to();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      window.tellOutOfOrder();
      return Optional.empty();
    }
    return Optional.of(new Window(from.get(), to.get(), zone));
  }
}
