package parcelrecon.rule;

import java.time.Instant;
import java.util.stream.Stream;
import parcelrecon.model.Coverage;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;

/** Weighs what a rule found against what the sources could have shown (docs/rules.md 4). */
final class Doubt {

  private Doubt() {}

  static Proof weigh(ParcelFacts parcel, Scope scope, Finding finding) {
    if (finding.proof() != Proof.CONFIRMED) {
      return finding.proof();
    }
    boolean doubted =
        !parcel.evidence().rejectedRows().isEmpty()
            || isOfDerivedMoney(parcel.context(), finding.kind())
            || isOutboundUnknowable(parcel, scope, finding.kind())
            || finding.kind().absentFrom().stream().anyMatch(source -> hasGap(parcel, source));
    return doubted ? Proof.UNVERIFIED : Proof.CONFIRMED;
  }

  /** Payment rows that the outbound itself writes prove nothing. */
  static boolean isOfDerivedMoney(JudgingContext context, MismatchKind kind) {
    return kind.mismatchClass() == MismatchClass.MONEY && !context.sources().paymentsIndependent();
  }

  /** A database without a by-key query cannot say that there is no outbound anywhere. */
  private static boolean isOutboundUnknowable(ParcelFacts parcel, Scope scope, MismatchKind kind) {
    return scope.withoutOutbound()
        && kind.absentFrom().contains(SourceName.OUTBOUND)
        && !parcel.context().sources().outboundsAnywhere();
  }

  private static boolean hasGap(ParcelFacts parcel, SourceName source) {
    Coverage coverage = parcel.context().sources().coverage().get(source);
    if (coverage == null) {
      return false;
    }
    Instant since = source == SourceName.OUTBOUND ? Instant.MIN : firstSeen(parcel);
    Instant asOf = parcel.context().asOf();
    return !coverage.isCompleteFor(since, asOf.isAfter(since) ? asOf : since);
  }

  /**
   * The earliest time of the parcel's records: no payment or event of it is older. An outbound may
   * be, so it is looked for without a beginning.
   */
  private static Instant firstSeen(ParcelFacts parcel) {
    Stream<Instant> outbounds =
        parcel.evidence().outbounds().stream().map(record -> record.start());
    Stream<Instant> payments =
        parcel.evidence().payments().stream()
            .map(Payment::paidAt)
            .filter(paidAt -> paidAt != null)
            .map(paidAt -> paidAt.start());
    Stream<Instant> events =
        parcel.evidence().events().stream()
            .map(record -> record.time())
            .filter(time -> time != null);
    Stream<Instant> attempts =
        parcel.evidence().attempts().stream().map(record -> record.startedAt());
    return Stream.of(outbounds, payments, events, attempts)
        .flatMap(times -> times)
        .min(Instant::compareTo)
        .map(time -> time.minus(parcel.setting(RuleSetting.CLOCK_SKEW)))
        .orElse(Instant.MIN);
  }
}
