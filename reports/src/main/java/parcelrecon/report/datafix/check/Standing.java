package parcelrecon.report.datafix.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import parcelrecon.datafix.TableRow;
import parcelrecon.report.datafix.change.Change;

/** How a change stands to the rows that have its key now. */
public enum Standing {
  /** The row is as it was seen: the guard holds. */
  HOLDS,
  /** The row holds what the change writes. */
  FIXED,
  /** The row is neither: somebody has touched it, or it cannot be read. */
  CHANGED,
  /** No row has the key. */
  GONE,
  /** More than one row has the key, so that it is none. */
  SEVERAL;

  /** What a column without fractions leaves of a deadline, rounded either way, is ours. */
  private static final Duration ROUNDED = Duration.ofSeconds(1);

  /**
   * @param hasDeadline whether the site's table has a deadline, which then is part of the guard
   */
  static Standing of(Change change, List<TableRow> rows, boolean hasDeadline) {
    if (rows.size() != 1) {
      return rows.isEmpty() ? GONE : SEVERAL;
    }
    TableRow row = rows.get(0);
    if (row.unread().isPresent() || row.version() == null) {
      return CHANGED;
    }
    if (change.seenState().equals(row.state()) && row.version() == change.seenVersion()) {
      boolean isAsSeen = !hasDeadline || Objects.equals(row.deadline(), change.seenDeadline());
      return isAsSeen ? HOLDS : CHANGED;
    }
    boolean isOurs =
        change.newState().equals(row.state())
            && row.version() == change.seenVersion() + 1
            && (!hasDeadline || isWritten(row.deadline(), change));
    return isOurs ? FIXED : CHANGED;
  }

  /** Without a new deadline the change leaves the one that was seen. */
  private static boolean isWritten(Instant now, Change change) {
    Instant written = change.newDeadline();
    return written == null
        ? Objects.equals(now, change.seenDeadline())
        : now != null && Duration.between(now, written).abs().compareTo(ROUNDED) < 0;
  }
}
