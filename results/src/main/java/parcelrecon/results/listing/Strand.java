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

  private static final int WINDOW_MAX = 2_000;

  /**
   * Which rows, and which way.
   *
   * @param prefix what the ids of parcels begin with
   */
  record Course(ListingIndex index, String value, Direction direction, String prefix) {}

  private final ListingIndex index;
  private final String value;
  private final Direction direction;
  private final byte[] bound;
  private final Deque<ListedMismatch> window = new ArrayDeque<>();
  private int windowRows;
  private ListingPosition position;
  private boolean ended;

  /**
   * @param from behind which it begins; before which, when read backward
   * @param windowRows how many rows are read at first; later more and more
   */
  Strand(Course course, ListingPosition from, int windowRows) {
    this.index = course.index();
    this.value = course.value();
    this.direction = course.direction();
    this.bound =
        direction == Direction.FORWARD ? behind(course.prefix()) : Columns.key(course.prefix());
    this.position = from;
    this.windowRows = windowRows;
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
    int wanted = Math.min(windowRows, rowsMax);
    Query query =
        handle
            .createQuery(Sql.of(index.statement(direction)))
            .bind("run", run)
            .bind("parcel_key", Columns.key(position.parcelId()))
            .bind("kind", position.kind())
            .bind("consumer_group", position.group())
            .bind(direction == Direction.FORWARD ? "upto" : "from", bound)
            .bind("rows_max", wanted);
    if (index == ListingIndex.STAKE) {
      query.bind("value", Integer.valueOf(value));
    } else if (index.hasValue()) {
      query.bind("value", value);
    }
    List<ListedMismatch> rows = query.map((row, context) -> ListedRow.read(row)).list();
    ended = rows.size() < wanted;
    windowRows = Math.min(WINDOW_MAX, 2 * windowRows);
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
