package parcelrecon.results.listing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.results.Columns;
import parcelrecon.results.Sql;
import parcelrecon.results.listing.ListingIndex.Direction;

/** The rows with one value of an index, read a window at a time in the list's order. */
final class Strand {

  /** No UTF-8 has such a byte, so every key is less. */
  private static final byte BEHIND_ALL = (byte) 0xFF;

  private final ListingIndex index;
  private final String value;
  private final Direction direction;
  private final byte[] bound;
  private final Deque<ListedMismatch> window = new ArrayDeque<>();
  private ListingPosition position;
  private boolean ended;

  /**
   * @param prefix what the ids of parcels begin with
   * @param from behind which it begins; before which, when read backward
   */
  Strand(
      ListingIndex index, String value, Direction direction, String prefix, ListingPosition from) {
    this.index = index;
    this.value = value;
    this.direction = direction;
    this.bound = direction == Direction.FORWARD ? behind(prefix) : Columns.key(prefix);
    this.position = from;
  }

  private static byte[] behind(String prefix) {
    byte[] key = Columns.key(prefix);
    byte[] behind = Arrays.copyOf(key, key.length + 1);
    behind[key.length] = BEHIND_ALL;
    return behind;
  }

  /** Whether the next row is not known before a window is read. */
  boolean isWanting() {
    return window.isEmpty() && !ended;
  }

  /** Reads the next window and tells how many rows it has. */
  int read(Handle handle, long run, int rowsMax) {
    Query query =
        handle
            .createQuery(Sql.of(index.statement(direction)))
            .bind("run", run)
            .bind("parcel_key", Columns.key(position.parcelId()))
            .bind("kind", position.kind())
            .bind("consumer_group", position.group())
            .bind(direction == Direction.FORWARD ? "upto" : "from", bound)
            .bind("rows_max", rowsMax);
    if (index == ListingIndex.STAKE) {
      query.bind("value", Integer.valueOf(value));
    } else if (index.hasValue()) {
      query.bind("value", value);
    }
    List<ListedMismatch> rows = query.map((row, context) -> ListedRow.read(row)).list();
    ended = rows.size() < rowsMax;
    if (!rows.isEmpty()) {
      position = rows.get(rows.size() - 1).position();
    }
    window.addAll(rows);
    return rows.size();
  }

  /** The next row, which stays; null when there is none. */
  ListedMismatch head() {
    return window.peek();
  }

  void drop() {
    window.remove();
  }
}
