package parcelrecon.report.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Incident.Phase;
import parcelrecon.model.Outbound;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Verdict;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** What one pass over the parcels adds to the run's totals. Its size does not grow with them. */
final class Findings {

  private final Instant asOf;
  private final List<Phase> phases;
  private final Map<Outcome, Tally> outcomes = new EnumMap<>(Outcome.class);
  private final Tally notDue = new Tally();
  private final Map<Verdict, Long> shownAsFailed = new EnumMap<>(Verdict.class);
  private long notConsumed;
  private final List<Span> spans = new ArrayList<>();
  private final Map<String, Standstill> standstills = new TreeMap<>(Utf8Order.COMPARATOR);
  private final Map<Suggestion, Deadlines> deadlines = new EnumMap<>(Suggestion.class);

  private Findings(RunResults results) {
    this.asOf = results.run().asOf();
    this.phases = results.run().incident().phases();
    phases.forEach(phase -> spans.add(new Span()));
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new Tally());
    }
    for (Suggestion suggestion : Suggestion.values()) {
      deadlines.put(suggestion, new Deadlines());
    }
  }

  static Findings of(RunResults results) {
    Findings findings = new Findings(results);
    results.forEachParcel(findings::add);
    return findings;
  }

  private void add(ParcelRow parcel) {
    if (parcel.standing() == Standing.AFFECTED) {
      outcomes.get(Outcome.of(parcel)).add(parcel);
      parcel.subject().ifPresent(this::addToPhases);
    }
    if (parcel.has(MismatchKind.SHOWN_AS_FAILED)) {
      parcel.verdict().ifPresent(verdict -> shownAsFailed.merge(verdict, 1L, Long::sum));
    }
    if (parcel.has(MismatchKind.EVENT_NOT_CONSUMED)) {
      notConsumed++;
    }
    parcel.mismatches().stream().map(MismatchRow::mismatch).forEach(each -> add(parcel, each));
    parcel.datafixes().stream()
        .map(Datafix::suggestion)
        .distinct()
        .forEach(suggestion -> addDeadline(parcel, suggestion));
  }

  private void addToPhases(Outbound outbound) {
    for (int i = 0; i < phases.size(); i++) {
      if (phases.get(i).contains(outbound.end())) {
        spans.get(i).add(new Span.Seen(outbound.parcelId(), outbound.end()));
      }
    }
  }

  private void add(ParcelRow parcel, Mismatch mismatch) {
    if (mismatch.proof() == Proof.NOT_DUE) {
      notDue.add(mismatch);
    }
    if (mismatch.kind() == MismatchKind.EVENT_NOT_CONSUMED) {
      standstills
          .computeIfAbsent(mismatch.group(), group -> new Standstill())
          .add(parcel, mismatch);
    }
  }

  private void addDeadline(ParcelRow parcel, Suggestion suggestion) {
    Outbound outbound = parcel.subject().orElse(null);
    if (outbound != null) {
      boolean isMoney = Role.of(suggestion) == Role.FINANCE;
      Instant deadline = isMoney ? outbound.payoutAt() : outbound.pickupDeadline();
      deadlines.get(suggestion).add(deadline, asOf);
    }
  }

  Tally outcome(Outcome outcome) {
    return outcomes.get(outcome);
  }

  /** Mismatches whose payment may still come; in no other sum. */
  Tally notDue() {
    return notDue;
  }

  /** Parcels shown as failed whose verdict is this. */
  long shownAsFailed(Verdict verdict) {
    return shownAsFailed.getOrDefault(verdict, 0L);
  }

  /** Of the phase at this place of the incident's list. */
  Span span(int phase) {
    return spans.get(phase);
  }

  /** Parcels with an event that some watched group did not consume. */
  long notConsumed() {
    return notConsumed;
  }

  /** By group. */
  Map<String, Standstill> standstills() {
    return standstills;
  }

  Deadlines deadlines(Suggestion suggestion) {
    return deadlines.get(suggestion);
  }
}
