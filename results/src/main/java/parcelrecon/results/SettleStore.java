package parcelrecon.results;

import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.datafix.Datafix;
import parcelrecon.rule.Judgement;

/**
 * Settles what spans partitions, then keeps what is decided for each parcel. Every method can be
 * repeated.
 */
public final class SettleStore {

  private static final int PAGE_ROWS = 256;
  private static final int FETCH_ROWS = 1_000;

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public SettleStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /**
   * Parcels with UNCOLLECTED, SHORT_PAID, OVER_PAID or PAID_TWICE as matched, whose pick-up names a
   * checkout. Those of one checkout and currency come one after another, ordered by parcel id; a
   * parcel dropped before still comes.
   */
  public void forEachCandidate(long run, Consumer<ReceiptCandidate> candidate) {
    jdbi.useTransaction(
        handle ->
            handle
                .createQuery(Sql.of("receipt_candidates"))
                .bind("run", run)
                .setFetchSize(FETCH_ROWS)
                .map(
                    (row, context) ->
                        new ReceiptCandidate(
                            row.getString("checkout_id"),
                            row.getString("currency"),
                            row.getInt("partition_no"),
                            row.getString("parcel_id"),
                            row.getLong("difference_minor")))
                .forEach(candidate));
  }

  /**
   * Takes UNCOLLECTED, SHORT_PAID, OVER_PAID and PAID_TWICE from parcels of receipts that are
   * settled, in one transaction, and keeps what they amounted to.
   *
   * @param parcels all that are settled, those of an earlier call among them
   * @param settled replaces the counts of an earlier call
   */
  public void drop(long run, List<ReceiptCandidate> parcels, Totals.Receipts settled) {
    database.write(
        run,
        handle -> {
          BatchedInsert deletes = new BatchedInsert(handle, "drop_receipt_mismatches");
          for (ReceiptCandidate parcel : parcels) {
            deletes.add(
                row ->
                    row.bind("run", run)
                        .bind("partition_no", parcel.partition())
                        .bind("parcel_key", Columns.key(parcel.parcelId())));
          }
          deletes.flush();
          keepSettled(handle, run, parcels);
          handle
              .createUpdate(Sql.of("save_receipts"))
              .bind("run", run)
              .bind("receipts", settled.receipts())
              .bind("parcels", settled.parcels())
              .execute();
        });
  }

  /** What the dropped mismatches amounted to, for the tie-out. */
  private static void keepSettled(Handle handle, long run, List<ReceiptCandidate> parcels) {
    SortedMap<String, Long> dueMinusPaidMinor = new TreeMap<>();
    for (ReceiptCandidate parcel : parcels) {
      dueMinusPaidMinor.merge(parcel.currency(), -parcel.differenceMinor(), Math::addExact);
    }
    handle.createUpdate(Sql.of("delete_settled_amounts")).bind("run", run).execute();
    BatchedInsert amounts = new BatchedInsert(handle, "insert_settled_amount");
    dueMinusPaidMinor.forEach(
        (currency, minor) ->
            amounts.add(
                row ->
                    row.bind("run", run)
                        .bind("currency", currency)
                        .bind("due_minus_paid_minor", minor)));
    amounts.flush();
  }

  /**
   * Parcels of a partition that still have a mismatch, ordered by parcel id (UTF-8 bytes), a page
   * in memory.
   */
  public void forEachParcel(long run, int partition, Consumer<Judgement> parcel) {
    jdbi.useHandle(
        handle ->
            ParcelCursor.withMismatch(
                    handle, run, partition, PAGE_ROWS, ParcelCursor.BEFORE_THE_FIRST)
                .forEachRemaining(stored -> parcel.accept(stored.judgement())));
  }

  /** What another package keeps of a partition, in the transaction of what is decided. */
  public interface Also {
    Also NOTHING = handle -> {};

    void keep(Handle handle);
  }

  /**
   * Keeps what is decided for the parcels of a partition, in one transaction, in place of what was
   * decided before. A parcel whose last mismatch was dropped counts as clean and need not be named.
   */
  public void savePlanned(long run, int partition, Iterator<PlannedParcel> parcels, Also also) {
    database.write(
        run,
        handle -> {
          for (String statement : List.of("delete_datafixes", "clear_settled")) {
            handle
                .createUpdate(Sql.of(statement))
                .bind("run", run)
                .bind("partition_no", partition)
                .execute();
          }
          write(handle, run, partition, parcels);
          also.keep(handle);
        });
  }

  private static void write(
      Handle handle, long run, int partition, Iterator<PlannedParcel> parcels) {
    BatchedInsert standings = new BatchedInsert(handle, "save_standing");
    BatchedInsert datafixes = new BatchedInsert(handle, "insert_datafix");
    while (parcels.hasNext()) {
      PlannedParcel parcel = parcels.next();
      byte[] key = Columns.key(parcel.parcelId());
      standings.add(
          row ->
              row.bind("run", run)
                  .bind("partition_no", partition)
                  .bind("parcel_key", key)
                  .bind("standing", parcel.standing().name()));
      for (int position = 0; position < parcel.datafixes().size(); position++) {
        Datafix datafix = parcel.datafixes().get(position);
        int at = position;
        datafixes.add(
            row ->
                row.bind("run", run)
                    .bind("partition_no", partition)
                    .bind("parcel_key", key)
                    .bind("position", at)
                    .bind("suggestion", datafix.suggestion().name())
                    .bind("form", datafix.form().name())
                    .bind("stands_on", datafix.standsOn().name())
                    .bind("consumer_group", datafix.group())
                    .bind("amount_minor", datafix.amountMinor())
                    .bind("currency", datafix.currency()));
      }
    }
    standings.flush();
    datafixes.flush();
  }
}
