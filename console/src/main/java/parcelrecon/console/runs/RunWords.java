package parcelrecon.console.runs;

import java.time.ZoneId;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.report.text.Texts;

/** How pages speak of a run. */
public final class RunWords {

  private RunWords() {}

  /** The title of an incident, or its id where it has none. */
  public static String name(Incident incident) {
    return incident.title().isEmpty() ? incident.id() : incident.title();
  }

  /** From when to when, with the zone. */
  public static String window(Window window, Texts texts) {
    ZoneId zone = window.zone();
    if (window.isAll()) {
      return texts.text("runs.window.all", zone.getId());
    }
    String from = texts.date(window.from(), zone) + " " + texts.shortTime(window.from(), zone);
    boolean isOneDay = texts.date(window.from(), zone).equals(texts.date(window.to(), zone));
    String to =
        (isOneDay ? "" : texts.date(window.to(), zone) + " ") + texts.shortTime(window.to(), zone);
    return texts.text("runs.window", from, to, zone.getId());
  }
}
