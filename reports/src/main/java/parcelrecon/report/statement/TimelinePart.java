package parcelrecon.report.statement;

import java.util.List;
import parcelrecon.model.Incident.Phase;

/** The phases of the incident, with the affected parcels of each. */
final class TimelinePart {

  private TimelinePart() {}

  static void write(Account account, Document document) {
    List<Phase> phases = account.incident().phases();
    document.heading(account.text("timeline"));
    if (phases.isEmpty()) {
      document.paragraph(account.text("timeline.none"));
      return;
    }
    document.tableHead(
        "llrll",
        account.text("timeline.time"),
        account.text("timeline.phase"),
        account.text("timeline.affected"),
        account.text("timeline.first"),
        account.text("timeline.last"));
    for (int i = 0; i < phases.size(); i++) {
      row(account, phases.get(i), account.findings().span(i), document);
    }
  }

  private static void row(Account account, Phase phase, Span span, Document document) {
    document.row(
        account.when(phase.from()) + "–" + account.when(phase.to()),
        phase.label() + note(account, phase),
        account.texts().number(span.parcels()),
        parcel(account, span.first()),
        parcel(account, span.last()));
  }

  private static String note(Account account, Phase phase) {
    return (phase.counterFailing() ? account.text("timeline.counterFailing") : "")
        + (phase.eventsOff() ? account.text("timeline.eventsOff") : "");
  }

  private static String parcel(Account account, Span.Seen seen) {
    return seen == null
        ? account.texts().text("none")
        : account.text("timeline.parcel", seen.parcelId(), account.when(seen.at()));
  }
}
