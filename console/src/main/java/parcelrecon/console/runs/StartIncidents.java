package parcelrecon.console.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.console.site.KnownIncident;
import parcelrecon.model.Incident;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/** Incidents that are known already: those of the site's files, and those of earlier runs. */
@Component
class StartIncidents {

  private static final String FILE = "file:";
  private static final String RUN = "run:";

  private final ConsoleSite site;
  private final RunStore runs;

  StartIncidents(ConsoleSite site, ResultsDatabase database) {
    this.site = site;
    this.runs = new RunStore(database);
  }

  /**
   * @param value what the form sends
   */
  record Choice(String value, Incident incident) {}

  static String ofRun(long run) {
    return RUN + run;
  }

  /**
   * Those of files, and the one asked for where it is of an earlier run.
   *
   * @param chosen may be empty
   */
  List<Choice> choices(String chosen) {
    List<Choice> choices = new ArrayList<>();
    if (chosen.startsWith(RUN)) {
      find(chosen).ifPresent(incident -> choices.add(new Choice(chosen, incident)));
    }
    for (KnownIncident known : site.incidents()) {
      known
          .incident()
          .ifPresent(incident -> choices.add(new Choice(FILE + known.file(), incident)));
    }
    return choices;
  }

  /** Why files of incidents cannot be used. */
  List<String> unusable() {
    return site.incidents().stream().flatMap(known -> known.problems().stream()).toList();
  }

  /** Only what is there can be found: nothing of the value is taken for a path. */
  Optional<Incident> find(String value) {
    if (value.startsWith(RUN)) {
      return number(value.substring(RUN.length()))
          .flatMap(runs::find)
          .filter(row -> !row.isControl())
          .map(RunRow::incident);
    }
    return site.incidents().stream()
        .filter(known -> (FILE + known.file()).equals(value))
        .findFirst()
        .flatMap(KnownIncident::incident);
  }

  private static Optional<Long> number(String digits) {
    return digits.matches("\\d{1,15}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }
}
