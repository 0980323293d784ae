package parcelrecon.rule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.Attempt;
import parcelrecon.model.Call;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.UnlistedParcel.Paid;
import parcelrecon.model.UnlistedParcel.Screen;

/** Makes of a judgement without a mismatch what is kept of its parcel. */
final class Unlisted {

  private Unlisted() {}

  static UnlistedParcel of(JudgingContext context, Judgement judgement) {
    ParcelEvidence evidence = judgement.evidence();
    Optional<Outbound> subject = evidence.subject();
    List<Instant> times =
        subject
            .map(outbound -> Stream.of(outbound.start(), outbound.end()))
            .orElseGet(() -> times(evidence))
            .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
            .sorted()
            .toList();
    return new UnlistedParcel(
        evidence.parcelId(),
        judgement.inScope(),
        subject.map(Outbound::state).orElse(null),
        subject.map(Outbound::payment).orElse(null),
        subject.map(Outbound::storeId).orElse(null),
        times.isEmpty() ? null : times.get(0),
        times.isEmpty() ? null : times.get(times.size() - 1),
        paid(ParcelFacts.of(context, evidence)),
        screen(evidence),
        evidence
            .records()
            .map(row -> row.ref().source())
            .filter(source -> source != SourceName.ANSWERS)
            .collect(Collectors.toSet()));
  }

  /** Of payments with a day only, the day's begin. */
  private static Stream<Instant> times(ParcelEvidence evidence) {
    return evidence.records().map(Unlisted::time).filter(Objects::nonNull);
  }

  private static Instant time(SourceRecord row) {
    if (row instanceof Payment payment) {
      return payment.paidAt() == null ? null : payment.paidAt().start();
    }
    if (row instanceof ParcelEvent event) {
      return event.time();
    }
    return row instanceof Attempt attempt ? attempt.startedAt() : null;
  }

  private static Paid paid(ParcelFacts parcel) {
    return parcel.collected().map(Unlisted::paid).orElse(Paid.NOT_KNOWN);
  }

  private static Paid paid(Collected money) {
    if (!money.foreign().isEmpty()) {
      return Paid.OTHERWISE;
    }
    long dueMinor = money.isCod() && money.isDue() ? money.dueMinor() : 0;
    if (!money.isPaid()) {
      return dueMinor == 0 ? Paid.NOTHING_DUE : Paid.NOTHING;
    }
    return Math.abs(money.paidMinor() - dueMinor) <= money.toleranceMinor()
        ? Paid.IN_FULL
        : Paid.OTHERWISE;
  }

  private static Screen screen(ParcelEvidence evidence) {
    List<Call> calls = evidence.calls();
    if (calls.isEmpty()) {
      return Screen.NOT_SEEN;
    }
    return calls.stream().allMatch(Call::isOk) ? Screen.OK : Screen.ERROR;
  }
}
