package parcelrecon.results;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import parcelrecon.clock.ClockCount;
import parcelrecon.model.SourceName;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.rule.CodBalance;

/** Writes what was counted over one partition. */
final class PartitionTotalsWriter {

  private final Handle handle;
  private final long run;
  private final int partition;

  PartitionTotalsWriter(Handle handle, long run, int partition) {
    this.handle = handle;
    this.run = run;
    this.partition = partition;
  }

  void write(PartitionTotals totals) {
    writeSources(totals.sources());
    BatchedInsert minutes = new BatchedInsert(handle, "insert_partition_minute");
    for (Totals.Minute minute : totals.minutes()) {
      minutes.add(
          row ->
              at(row)
                  .bind("epoch_minute", Minutes.number(minute.minute()))
                  .bind("outbounds", minute.outbounds())
                  .bind("shown_as_failed", minute.shownAsFailed())
                  .bind("events", minute.events()));
    }
    minutes.flush();
    BatchedInsert stores = new BatchedInsert(handle, "insert_partition_store");
    for (PartitionTotals.StoreOutbounds store : totals.stores()) {
      stores.add(
          row -> at(row).bind("store_id", store.storeId()).bind("outbounds", store.outbounds()));
    }
    stores.flush();
    BatchedInsert slow = new BatchedInsert(handle, "insert_partition_slow");
    totals
        .slowerThan()
        .forEach(
            (seconds, outbounds) ->
                slow.add(row -> at(row).bind("seconds", seconds).bind("outbounds", outbounds)));
    slow.flush();
    writeCodBalances(totals.codBalances());
    writeClocks(totals.clocks());
  }

  private void writeCodBalances(List<CodBalance> balances) {
    BatchedInsert inserts = new BatchedInsert(handle, "insert_partition_cod_balance");
    for (CodBalance balance : balances) {
      inserts.add(
          row ->
              at(row)
                  .bind("currency", balance.currency())
                  .bind("due_minus_paid_minor", balance.dueMinusPaidMinor())
                  .bind("within_tolerance_minor", balance.withinToleranceMinor()));
    }
    inserts.flush();
  }

  private void writeClocks(List<ClockCount> counts) {
    BatchedInsert inserts = new BatchedInsert(handle, "insert_partition_clock");
    for (ClockCount count : counts) {
      inserts.add(
          row ->
              at(row)
                  .bind("pair", count.pair().name())
                  .bind("difference_millis", count.differenceMillis())
                  .bind("pairs", count.pairs()));
    }
    inserts.flush();
  }

  private void writeSources(Map<SourceName, SourceTotals> sources) {
    BatchedInsert inserts = new BatchedInsert(handle, "insert_partition_source");
    sources.forEach(
        (name, source) ->
            inserts.add(
                row ->
                    at(row)
                        .bind("source", name.name())
                        .bind("accepted", source.accepted())
                        .bind("in_scope", source.inScope())
                        .bind("out_of_scope", source.outOfScope())
                        .bind("duplicates", source.duplicates())
                        .bind("looked_up", source.lookedUp())
                        .bind("found", source.found())
                        .bind("healed", source.healed())));
    inserts.flush();
  }

  private PreparedBatch at(PreparedBatch row) {
    return row.bind("run", run).bind("partition_no", partition);
  }
}
