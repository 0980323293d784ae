package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Both sides of the tie-out of one currency, added up by the database. */
final class TieOutSums {

  private long dueMinusPaidMinor;
  private long collectMinor;
  private long refundMinor;
  private long withinToleranceMinor;
  private long notDueMinor;
  private long settledByReceiptMinor;

  private TieOutSums() {}

  /** Takes one row of sums. */
  private interface Reader {
    void read(TieOutSums sums, ResultSet row) throws SQLException;
  }

  /** By currency; absent when the run keeps no balances. */
  static Optional<SortedMap<String, TieOut>> read(Handle handle, long run) {
    boolean isKept =
        handle.createQuery(Sql.of("is_tied_out")).bind("run", run).mapTo(Boolean.class).one();
    return isKept ? Optional.of(ofKept(handle, run)) : Optional.empty();
  }

  private static SortedMap<String, TieOut> ofKept(Handle handle, long run) {
    SortedMap<String, TieOutSums> sums = new TreeMap<>();
    read(handle, run, "cod_balance_totals", sums, TieOutSums::addBalance);
    read(handle, run, "cod_mismatch_totals", sums, TieOutSums::addMismatches);
    read(handle, run, "settled_amounts", sums, TieOutSums::addSettled);
    SortedMap<String, TieOut> tieOut = new TreeMap<>();
    sums.forEach((currency, each) -> tieOut.put(currency, each.tieOut()));
    return Collections.unmodifiableSortedMap(tieOut);
  }

  private static void read(
      Handle handle,
      long run,
      String statement,
      SortedMap<String, TieOutSums> sums,
      Reader reader) {
    Rows.forEach(
        handle.createQuery(Sql.of(statement)).bind("run", run),
        row ->
            reader.read(
                sums.computeIfAbsent(row.getString("currency"), none -> new TieOutSums()), row));
  }

  private void addBalance(ResultSet row) throws SQLException {
    dueMinusPaidMinor = minor(row, "due_minus_paid_minor");
    withinToleranceMinor = minor(row, "within_tolerance_minor");
  }

  private void addMismatches(ResultSet row) throws SQLException {
    collectMinor = minor(row, "to_collect_minor");
    notDueMinor = minor(row, "not_due_minor");
    refundMinor = minor(row, "to_refund_minor");
  }

  private void addSettled(ResultSet row) throws SQLException {
    settledByReceiptMinor = minor(row, "due_minus_paid_minor");
  }

  /** A sum of the database is wider than what is added up; none is 0. */
  private static long minor(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null ? 0 : row.getBigDecimal(column).longValueExact();
  }

  private TieOut tieOut() {
    return new TieOut(
        dueMinusPaidMinor,
        collectMinor,
        refundMinor,
        withinToleranceMinor,
        notDueMinor,
        settledByReceiptMinor);
  }
}
