package parcelrecon.report.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/** When it was, one sentence, and the table of what became of the parcels. */
final class ImpactPart {

  private final Account account;
  private final Markdown markdown;

  private ImpactPart(Account account, Markdown markdown) {
    this.account = account;
    this.markdown = markdown;
  }

  static void write(Account account, Markdown markdown) {
    ImpactPart part = new ImpactPart(account, markdown);
    Incident incident = account.incident();
    markdown.title(
        account.text(
            "title", Markdown.safe(incident.title().isEmpty() ? incident.id() : incident.title())));
    part.times(incident);
    part.sentences();
    part.outcomes();
    part.aside();
  }

  private void times(Incident incident) {
    Texts texts = account.texts();
    Incident.Times times = incident.times();
    markdown.heading(account.text("times"));
    markdown.bullet(
        account.text("times.day", texts.date(incident.window().from(), account.zone())));
    time("happened", times.happened());
    time("noticed", times.noticed());
    time("restarted", times.restarted());
    time("recovered", times.recovered());
    if (times.happened().isPresent() && times.recovered().isPresent()) {
      Duration lasted = Duration.between(times.happened().get(), times.recovered().get());
      markdown.bullet(account.text("times.lasted", texts.duration(lasted)));
    }
    Window window = incident.window();
    markdown.bullet(
        window.isAll()
            ? account.text("times.all")
            : account.text(
                "times.window",
                account.when(window.from()),
                account.when(window.to()),
                window.zone().getId()));
    markdown.end();
  }

  private void time(String which, Optional<Instant> time) {
    markdown.bullet(
        account.text(
            "times." + which, time.map(account::when).orElse(account.text("times.unknown"))));
  }

  private void sentences() {
    Texts texts = account.texts();
    Totals totals = account.totals();
    long shown = account.mismatches(MismatchKind.SHOWN_AS_FAILED);
    OptionalLong dayTotal = account.results().run().dayTotal();
    markdown.heading(account.text("impact"));
    markdown.paragraph(
        dayTotal.isPresent()
            ? account.text(
                isOneDay(account.incident().window()) ? "impact.sentence" : "impact.sentenceOfDays",
                dayTotal.getAsLong(),
                shown,
                texts.percent(shown, dayTotal.getAsLong()))
            : account.text("impact.sentenceWithoutTotal", shown));
    markdown.paragraph(account.text("impact.others", totals.parcels().affected() - shown));
  }

  private static boolean isOneDay(Window window) {
    LocalDate first = LocalDate.ofInstant(window.from(), window.zone());
    return first.equals(LocalDate.ofInstant(window.to().minusNanos(1), window.zone()));
  }

  private void outcomes() {
    markdown.tableHead(
        "lrrrl",
        account.text("outcome"),
        account.text("parcels"),
        account.text("toCollect"),
        account.text("toRefund"),
        account.text("action"));
    for (Outcome outcome : Outcome.values()) {
      outcome(outcome);
    }
    sum();
    markdown.end();
  }

  private void outcome(Outcome outcome) {
    Tally tally = account.findings().outcome(outcome);
    row(account.text("outcome." + outcome), tally, account.text("action." + outcome));
    if (outcome == Outcome.UNKNOWN) {
      markdown.row(
          account.text("outcome.ofThesePrepaid"),
          account.texts().number(tally.prepaid()),
          account.texts().text("none"),
          account.texts().text("none"),
          account.text("action.ofThesePrepaid"));
    }
  }

  private void row(String what, Tally tally, String action) {
    markdown.row(
        what,
        account.texts().number(tally.parcels()),
        account.texts().money(tally.toCollect()),
        account.texts().money(tally.toRefund()),
        action);
  }

  private void sum() {
    Map<String, Long> toCollect = new TreeMap<>();
    Map<String, Long> toRefund = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      Tally tally = account.findings().outcome(outcome);
      tally.toCollect().forEach((currency, sum) -> toCollect.merge(currency, sum, Math::addExact));
      tally.toRefund().forEach((currency, sum) -> toRefund.merge(currency, sum, Math::addExact));
    }
    markdown.row(
        account.text("outcome.sum"),
        account.texts().number(account.totals().parcels().affected()),
        account.texts().money(toCollect),
        account.texts().money(toRefund),
        account.text("action.sum"));
  }

  private void aside() {
    Tally notDue = account.findings().notDue();
    markdown.bullet(
        account.text("notDue", notDue.parcels(), account.texts().money(notDue.toCollect())));
    markdown.bullet(account.text("downstreamOnly", account.totals().parcels().downstreamOnly()));
    Totals.Receipts receipts = account.results().receipts();
    if (receipts.receipts() > 0) {
      markdown.bullet(account.text("receipts", receipts.receipts(), receipts.parcels()));
    }
    markdown.end();
  }
}
