package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** Reads the next parcels of a partition, with all that belongs to them, by four statements. */
final class ParcelPage implements ParcelCursor.Pages {

  private static final Comparator<Mismatch> BY_KIND_AND_GROUP =
      Comparator.comparing((Mismatch mismatch) -> mismatch.kind().name())
          .thenComparing(Mismatch::group, Utf8Order.COMPARATOR);

  private final Handle handle;
  private final long run;
  private final int partition;

  ParcelPage(Handle handle, long run, int partition) {
    this.handle = handle;
    this.run = run;
    this.partition = partition;
  }

  @Override
  public List<StoredParcel> read(byte[] after, int rowsMax) {
    List<Head> heads =
        at("parcel_page", after).bind("rows_max", rowsMax).map((row, context) -> head(row)).list();
    if (heads.isEmpty()) {
      return List.of();
    }
    byte[] last = heads.get(heads.size() - 1).key();
    Map<byte[], List<byte[]>> records = byKey("evidence_page", after, last, ParcelPage::records);
    Map<byte[], List<MismatchColumns>> mismatches =
        byKey("mismatch_page", after, last, ParcelPage::mismatch);
    Map<byte[], List<Datafix>> datafixes = byKey("datafix_page", after, last, ParcelPage::datafix);
    return heads.stream()
        .map(
            head ->
                new StoredParcel(
                    head.key(),
                    head.standing(),
                    head.verdict(),
                    head.provedBy(),
                    head.storeId(),
                    records.get(head.key()).get(0),
                    mismatches.getOrDefault(head.key(), List.of()).stream()
                        .map(columns -> columns.of(head.parcelId()))
                        .sorted(BY_KIND_AND_GROUP)
                        .toList(),
                    datafixes.getOrDefault(head.key(), List.of())))
        .toList();
  }

  private record Head(
      byte[] key,
      String parcelId,
      Standing standing,
      Optional<Verdict> verdict,
      Optional<MismatchKind> provedBy,
      String storeId) {}

  /** A mismatch without its parcel's id, which its own row does not hold. */
  private interface MismatchColumns {
    Mismatch of(String parcelId);
  }

  /** Reads what a row holds besides its key. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Query at(String statement, byte[] after) {
    return handle
        .createQuery(Sql.of(statement))
        .bind("run", run)
        .bind("partition_no", partition)
        .bind("after", after);
  }

  private <T> Map<byte[], List<T>> byKey(
      String statement, byte[] after, byte[] last, RowReader<T> reader) {
    Map<byte[], List<T>> byKey = new TreeMap<>(Arrays::compareUnsigned);
    Rows.forEach(
        at(statement, after).bind("last", last),
        row ->
            byKey
                .computeIfAbsent(row.getBytes("parcel_key"), key -> new ArrayList<>(2))
                .add(reader.read(row)));
    return byKey;
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getBytes("parcel_key"),
        row.getString("parcel_id"),
        Standing.valueOf(row.getString("standing")),
        Columns.optional(row, "verdict", Verdict.class),
        Columns.optional(row, "proved_by", MismatchKind.class),
        row.getString("store_id"));
  }

  private static byte[] records(ResultSet row) throws SQLException {
    return row.getBytes("evidence");
  }

  private static MismatchColumns mismatch(ResultSet row) throws SQLException {
    MismatchKind kind = MismatchKind.valueOf(row.getString("kind"));
    String group = row.getString("consumer_group");
    Proof proof = Proof.valueOf(row.getString("proof"));
    boolean edge = row.getBoolean("edge");
    Mismatch.Amounts amounts =
        new Mismatch.Amounts(
            row.getString("currency"),
            Columns.number(row, "due_minor"),
            Columns.number(row, "paid_minor"),
            Columns.number(row, "to_collect_minor"),
            Columns.number(row, "to_refund_minor"));
    Mismatch.Reason reason = Columns.optional(row, "reason", Mismatch.Reason.class).orElse(null);
    String refs = row.getString("refs");
    return parcelId ->
        new Mismatch(parcelId, kind, group, proof, edge, amounts, reason, Refs.read(refs));
  }

  private static Datafix datafix(ResultSet row) throws SQLException {
    return new Datafix(
        Suggestion.valueOf(row.getString("suggestion")),
        Datafix.Form.valueOf(row.getString("form")),
        MismatchKind.valueOf(row.getString("stands_on")),
        row.getString("consumer_group"),
        Columns.number(row, "amount_minor"),
        row.getString("currency"));
  }
}
