package parcelrecon.results;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** Adds up the mismatches of one kind. Amounts of NOT_DUE are in no sum. */
final class KindCounts {

  private final Map<Proof, Long> byProof = new EnumMap<>(Proof.class);
  private final Map<String, Long> toCollectMinor = new TreeMap<>();
  private final Map<String, Long> toRefundMinor = new TreeMap<>();
  private long edge;

  private KindCounts() {}

  /** Every kind has an entry. */
  static Map<MismatchKind, Totals.KindTotals> read(Handle handle, long run) {
    Map<MismatchKind, KindCounts> counts = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      counts.put(kind, new KindCounts());
    }
    Rows.forEach(
        handle.createQuery(Sql.of("kind_totals")).bind("run", run),
        row -> counts.get(MismatchKind.valueOf(row.getString("kind"))).add(row));
    Map<MismatchKind, Totals.KindTotals> totals = new EnumMap<>(MismatchKind.class);
    counts.forEach((kind, count) -> totals.put(kind, count.totals()));
    return Collections.unmodifiableMap(totals);
  }

  /** Adds a sum to those of its currency, unless there is none. */
  static void addSum(Map<String, Long> sums, String currency, BigDecimal sum) {
    if (currency != null && sum != null) {
      sums.merge(currency, sum.longValueExact(), Math::addExact);
    }
  }

  private void add(ResultSet row) throws SQLException {
    long mismatches = row.getLong("mismatches");
    Proof proof = Proof.valueOf(row.getString("proof"));
    byProof.merge(proof, mismatches, Long::sum);
    edge += row.getBoolean("edge") ? mismatches : 0;
    if (proof != Proof.NOT_DUE) {
      String currency = row.getString("currency");
      addSum(toCollectMinor, currency, row.getBigDecimal("to_collect_minor"));
      addSum(toRefundMinor, currency, row.getBigDecimal("to_refund_minor"));
    }
  }

  private Totals.KindTotals totals() {
    return new Totals.KindTotals(
        byProof.values().stream().mapToLong(Long::longValue).sum(),
        byProof.getOrDefault(Proof.CONFIRMED, 0L),
        byProof.getOrDefault(Proof.UNVERIFIED, 0L),
        byProof.getOrDefault(Proof.NOT_DUE, 0L),
        edge,
        Collections.unmodifiableMap(toCollectMinor),
        Collections.unmodifiableMap(toRefundMinor));
  }
}
