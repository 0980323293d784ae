package parcelrecon.results;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Receipts;
import parcelrecon.spill.EvidenceCodec;

/** Writes the parcels of one partition with what they disagree about, in one transaction. */
final class ParcelWriter {

  private final long run;
  private final int partition;
  private final BatchedInsert parcels;
  private final BatchedInsert evidence;
  private final BatchedInsert mismatches;
  private final BatchedInsert candidates;
  private final BatchedInsert followed;

  ParcelWriter(Handle handle, long run, int partition) {
    this.run = run;
    this.partition = partition;
    parcels = new BatchedInsert(handle, "insert_parcel");
    evidence = new BatchedInsert(handle, "insert_evidence");
    mismatches = new BatchedInsert(handle, "insert_mismatch");
    candidates = new BatchedInsert(handle, "insert_receipt_candidate");
    followed = new BatchedInsert(handle, "insert_followed_parcel");
  }

  void write(Judgement judgement) {
    if (judgement.mismatches().isEmpty()) {
      throw new IllegalArgumentException(
          "parcel without a mismatch: " + judgement.evidence().parcelId());
    }
    String parcelId = judgement.evidence().parcelId();
    byte[] key = Columns.key(parcelId);
    byte[] records = EvidenceCodec.encode(judgement.evidence());
    parcels.add(
        row ->
            at(row, key)
                .bind("parcel_id", parcelId)
                .bind("standing", judgement.standing().name())
                .bind("verdict", Columns.name(judgement.verdict()))
                .bind("proved_by", Columns.name(judgement.provedBy()))
                .bind("store_id", StoreOfParcel.of(judgement.evidence()))
                .bind("cod_currency", codCurrency(judgement.evidence()))
                .bind("ended_at", endedAt(judgement.evidence())));
    evidence.add(records.length, row -> at(row, key).bind("evidence", records));
    judgement.mismatches().forEach(mismatch -> write(key, mismatch));
    Receipts.candidate(judgement).ifPresent(candidate -> writeCandidate(key, candidate));
  }

  /** A parcel that had a mismatch when the incident was first found, and has none now. */
  void writeFollowed(Judgement judgement) {
    byte[] key = Columns.key(judgement.evidence().parcelId());
    byte[] records = EvidenceCodec.encode(judgement.evidence());
    followed.add(
        records.length,
        row ->
            at(row, key)
                .bind("verdict", Columns.name(judgement.verdict()))
                .bind("store_id", StoreOfParcel.of(judgement.evidence()))
                .bind("evidence", records));
  }

  /** When the outbound that is shown had ended; null without any. */
  private static String endedAt(ParcelEvidence evidence) {
    return Columns.text(evidence.subject().map(Outbound::end));
  }

  /** Null without a COD pick-up. */
  private static String codCurrency(ParcelEvidence evidence) {
    return evidence
        .pickUp()
        .filter(pickUp -> pickUp.payment() == PaymentTerm.COD)
        .map(Outbound::currency)
        .orElse(null);
  }

  /** Sends what is left. */
  void flush() {
    List.of(parcels, evidence, mismatches, candidates, followed).forEach(BatchedInsert::flush);
  }

  private void write(byte[] key, Mismatch mismatch) {
    String refs = Refs.write(mismatch.refs());
    Mismatch.Amounts amounts = mismatch.amounts();
    mismatches.add(
        refs.length(),
        row ->
            at(row, key)
                .bind("kind", mismatch.kind().name())
                .bind("consumer_group", mismatch.group())
                .bind("class", mismatch.kind().mismatchClass().name())
                .bind("proof", mismatch.proof().name())
                .bind("edge", mismatch.edge())
                .bind("currency", amounts.currency())
                .bind("due_minor", amounts.dueMinor())
                .bind("paid_minor", amounts.paidMinor())
                .bind("to_collect_minor", amounts.toCollectMinor())
                .bind("to_refund_minor", amounts.toRefundMinor())
                .bind("reason", mismatch.reason() == null ? null : mismatch.reason().name())
                .bind("refs", refs));
  }

  private void writeCandidate(byte[] key, Receipts.Candidate candidate) {
    candidates.add(
        row ->
            at(row, key)
                .bind("parcel_id", candidate.parcelId())
                .bind("checkout_id", candidate.checkoutId())
                .bind("currency", candidate.currency())
                .bind("difference_minor", candidate.differenceMinor()));
  }

  private PreparedBatch at(PreparedBatch row, byte[] key) {
    return row.bind("run", run).bind("partition_no", partition).bind("parcel_key", key);
  }
}
