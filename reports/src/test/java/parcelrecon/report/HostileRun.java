package parcelrecon.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.Verdict;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;

/**
 * A run whose parcels, outbounds, stores, answers, rejected rows and refs are named by given texts,
 * a parcel for each text.
 */
public final class HostileRun extends SampleRunAround {

  private final List<String> texts;

  private HostileRun(SampleRun run, List<String> texts) {
    super(run);
    this.texts = texts;
  }

  public static HostileRun of(List<String> texts) {
    List<ParcelRow> parcels = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      parcels.add(parcel(text, texts.get((i + 7) % texts.size())));
    }
    return new HostileRun(SampleRun.of(parcels), texts);
  }

  /** Of a parcel that is still there, its event missing, its money not collected. */
  public static ParcelRow parcel(String text, String other) {
    ParcelRow row =
        SampleParcel.parcel(text)
            .in(other)
            .cod(100)
            .pickedUp("19:42:39", 9100)
            .verdict(Verdict.ON_SHELF)
            .finds(
                MismatchKind.SHOWN_AS_FAILED,
                Suggestion.REVERT_OUTBOUND,
                Suggestion.SEND_REVERSAL,
                Suggestion.HOLD_PAYOUT)
            .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
            .finds(MismatchKind.EVENT_MISSING, Suggestion.REPLAY_EVENT)
            .notConsumedBy(other)
            .row();
    return renamed(row, text, other);
  }

  private static ParcelRow renamed(ParcelRow row, String text, String other) {
    Outbound seen = row.evidence().outbounds().get(0);
    RecordRef ref = new RecordRef.TableRow(SourceName.OUTBOUND, other, text);
    Outbound outbound =
        new Outbound(
            text,
            ref,
            text,
            other,
            other,
            other,
            seen.payment(),
            seen.dueMinor(),
            seen.currency(),
            seen.state(),
            seen.requestedAt(),
            seen.completedAt(),
            seen.pickupDeadline(),
            seen.payoutAt(),
            seen.rowVersion());
    Answer answer =
        new Answer(
            text,
            new RecordRef.AnswerRow(1, 1),
            StoreAnswer.ON_SHELF,
            Instant.parse("2022-04-15T04:00:00Z"),
            other,
            text);
    ParcelEvidence evidence =
        new ParcelEvidence(
            text, List.of(outbound), List.of(), List.of(), List.of(), List.of(answer), List.of());
    UnaryOperator<MismatchRow> withRefs = mismatch -> withRef(mismatch, outbound, ref);
    return new ParcelRow(
        evidence,
        row.standing(),
        row.verdict(),
        other,
        row.mismatches().stream().map(withRefs).toList(),
        row.datafixes());
  }

  private static MismatchRow withRef(MismatchRow row, Outbound outbound, RecordRef ref) {
    Mismatch seen = row.mismatch();
    Mismatch mismatch =
        new Mismatch(
            seen.parcelId(),
            seen.kind(),
            seen.group(),
            seen.proof(),
            seen.edge(),
            seen.amounts(),
            seen.reason(),
            List.of(ref));
    return new MismatchRow(
        mismatch,
        row.verdict(),
        java.util.Optional.of(outbound),
        outbound.storeId(),
        row.suggestions());
  }

  @Override
  public List<Store> storeList() {
    return texts.stream().map(text -> new Store(text, text, text, text, text)).toList();
  }

  @Override
  public void forEachReject(Consumer<Reject> reject) {
    for (String text : texts) {
      RecordRef ref = new RecordRef.FileLine(SourceName.PAYMENTS, text, 1);
      reject.accept(new Reject(SourceName.PAYMENTS, ref, text, "row \"" + text + "\"", text));
    }
  }
}
