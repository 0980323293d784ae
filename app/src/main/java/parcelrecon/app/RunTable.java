package parcelrecon.app;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parcelrecon.model.Window;
import parcelrecon.results.Totals;

/** Runs as a table for people. */
final class RunTable {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final String FORMAT = "%4s  %-11s  %-34s  %9s  %9s  %9s  %s";

  private RunTable() {}

  static List<String> lines(List<RunSummary> runs) {
    if (runs.isEmpty()) {
      return List.of("There are no runs yet.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(row("RUN", "STATE", "WINDOW", "SHOWN", "AFFECTED", "IN SCOPE", "INCIDENT"));
    runs.forEach(run -> lines.add(line(run)));
    return lines;
  }

  private static String line(RunSummary summary) {
    Optional<Totals.Parcels> parcels = summary.totals().map(Totals::parcels);
    String title = summary.run().incident().title();
    return row(
        String.valueOf(summary.run().run()),
        summary.run().state().name(),
        window(summary.run().incident().window()),
        count(summary.shownAsFailed()),
        count(parcels.map(Totals.Parcels::affected)),
        count(parcels.map(Totals.Parcels::inScope)),
        summary.run().incident().id() + (title.isEmpty() ? "" : " (" + title + ")"));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, FORMAT, cells);
  }

  private static String count(Optional<Long> count) {
    return count.map(number -> String.format(Locale.ROOT, "%,d", number)).orElse("-");
  }

  /** 2022-04-13 19:33 – 20:22, the day of its end only when it is another. */
  static String window(Window window) {
    if (window.isAll()) {
      return "all";
    }
    ZonedDateTime from = window.from().atZone(window.zone());
    ZonedDateTime to = window.to().atZone(window.zone());
    boolean isOneDay = from.toLocalDate().equals(to.toLocalDate());
    String end = MINUTE.format(to);
    return MINUTE.format(from) + " - " + (isOneDay ? end.substring(end.indexOf(' ') + 1) : end);
  }
}
