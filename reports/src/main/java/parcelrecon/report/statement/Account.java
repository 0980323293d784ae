package parcelrecon.report.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.model.Incident;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/** Everything the parts of a statement are told from, and how they say times. */
record Account(RunResults results, Findings findings, Texts texts, Optional<FollowUp> followUp) {

  static Account of(RunResults results, Texts texts) {
    return new Account(results, Findings.of(results), texts, FollowUp.of(results));
  }

  Incident incident() {
    return results.run().incident();
  }

  Totals totals() {
    return results.totals();
  }

  long mismatches(MismatchKind kind) {
    return totals().kinds().get(kind).mismatches();
  }

  ZoneId zone() {
    return incident().window().zone();
  }

  String text(String key, Object... arguments) {
    return texts.text("statement." + key, arguments);
  }

  /** The time of day on the incident's first day; with its date on any other. */
  String when(Instant instant) {
    LocalDate first = LocalDate.ofInstant(incident().window().from(), zone());
    return LocalDate.ofInstant(instant, zone()).equals(first)
        ? texts.shortTime(instant, zone())
        : texts.date(instant, zone()) + " " + texts.shortTime(instant, zone());
  }
}
