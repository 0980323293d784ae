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
import parcelrecon.report.followup.Figures;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.FollowUpWords;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/** When it was, one sentence, and the table of what became of the parcels. */
final class ImpactPart {

  private final Account account;
  private final Document document;

  private ImpactPart(Account account, Document document) {
    this.account = account;
    this.document = document;
  }

  static void write(Account account, Document document) {
    ImpactPart part = new ImpactPart(account, document);
    Incident incident = account.incident();
    document.title(
        account.text("title", incident.title().isEmpty() ? incident.id() : incident.title()));
    part.times(incident);
    part.sentences();
    part.outcomes();
    part.aside();
  }

  private void times(Incident incident) {
    Texts texts = account.texts();
    Incident.Times times = incident.times();
    document.heading(account.text("times"));
    document.bullet(
        account.text("times.day", texts.date(incident.window().from(), account.zone())));
    time("happened", times.happened());
    time("noticed", times.noticed());
    time("restarted", times.restarted());
    time("recovered", times.recovered());
    if (times.happened().isPresent() && times.recovered().isPresent()) {
      Duration lasted = Duration.between(times.happened().get(), times.recovered().get());
      document.bullet(account.text("times.lasted", texts.duration(lasted)));
    }
    Window window = incident.window();
    document.bullet(
        window.isAll()
            ? account.text("times.all")
            : account.text(
                "times.window",
                account.when(window.from()),
                account.when(window.to()),
                window.zone().getId()));
  }

  private void time(String which, Optional<Instant> time) {
    document.bullet(
        account.text(
            "times." + which, time.map(account::when).orElse(account.text("times.unknown"))));
  }

  /** Of the time where that differs from now: the incident stays what it was. */
  private void sentences() {
    document.heading(account.text("impact"));
    long shown = account.mismatches(MismatchKind.SHOWN_AS_FAILED);
    long others = account.totals().parcels().affected() - shown;
    String now = sentence(shown, account.results().run().dayTotal());
    if (account.followUp().isEmpty()) {
      document.paragraph(now);
      document.paragraph(account.text("impact.others", others));
      return;
    }
    FollowUp followUp = account.followUp().get();
    FollowUpWords words = new FollowUpWords(followUp, account.texts(), account.zone());
    Figures then = followUp.then();
    said("headline.then", words.asOfThen(), sentence(then.shownAsFailed(), then.dayTotal()));
    document.paragraph(account.text("impact.others", then.others()));
    said("headline.now", words.asOfNow(), now);
    document.paragraph(account.text("impact.others", others));
  }

  private void said(String key, String asOf, String sentence) {
    document.paragraph(account.texts().text("followUp." + key, asOf, sentence));
  }

  private String sentence(long shown, OptionalLong dayTotal) {
    return dayTotal.isPresent()
        ? account.text(
            isOneDay(account.incident().window()) ? "impact.sentence" : "impact.sentenceOfDays",
            dayTotal.getAsLong(),
            shown,
            account.texts().percent(shown, dayTotal.getAsLong()))
        : account.text("impact.sentenceWithoutTotal", shown);
  }

  private static boolean isOneDay(Window window) {
    LocalDate first = LocalDate.ofInstant(window.from(), window.zone());
    return first.equals(LocalDate.ofInstant(window.to().minusNanos(1), window.zone()));
  }

  private void outcomes() {
    document.tableHead(
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
  }

  private void outcome(Outcome outcome) {
    Tally tally = account.findings().outcome(outcome);
    row(account.text("outcome." + outcome), tally, account.text("action." + outcome));
    if (outcome == Outcome.UNKNOWN) {
      document.row(
          account.text("outcome.ofThesePrepaid"),
          account.texts().number(tally.prepaid()),
          account.texts().text("none"),
          account.texts().text("none"),
          account.text("action.ofThesePrepaid"));
    }
  }

  private void row(String what, Tally tally, String action) {
    document.row(
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
    document.sumRow(
        account.text("outcome.sum"),
        account.texts().number(account.totals().parcels().affected()),
        account.texts().money(toCollect),
        account.texts().money(toRefund),
        account.text("action.sum"));
  }

  private void aside() {
    Tally notDue = account.findings().notDue();
    document.bullet(
        account.text("notDue", notDue.parcels(), account.texts().money(notDue.toCollect())));
    document.bullet(account.text("downstreamOnly", account.totals().parcels().downstreamOnly()));
    Totals.Receipts receipts = account.results().receipts();
    if (receipts.receipts() > 0) {
      document.bullet(account.text("receipts", receipts.receipts(), receipts.parcels()));
    }
  }
}
