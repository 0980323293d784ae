package parcelrecon.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What runs before a diff found, asked for parcel by parcel in the order of their keys. */
final class EarlierFindings {

  /** A parcel of an earlier run. */
  record Earlier(RunSide run, StoredParcel parcel) {}

  private final Handle handle;
  private final List<RunSide> latestFirst;
  private final List<Cursor> cursors = new ArrayList<>();

  EarlierFindings(Handle handle, List<RunSide> latestFirst) {
    this.handle = handle;
    this.latestFirst = List.copyOf(latestFirst);
  }

  boolean isAny() {
    return !latestFirst.isEmpty();
  }

  /**
   * The parcel in every run that found something about it, latest first.
   *
   * @param previous a key before this one, and not before that of any earlier call; nothing is read
   *     before the first call
   */
  List<Earlier> at(byte[] key, byte[] previous) {
    if (cursors.isEmpty()) {
      latestFirst.forEach(
          run ->
              cursors.add(
                  new Cursor(run, MergedParcels.withMismatch(handle, run.run(), previous))));
    }
    List<Earlier> found = new ArrayList<>();
    for (Cursor cursor : cursors) {
      StoredParcel parcel = cursor.at(key);
      if (parcel != null) {
        found.add(new Earlier(cursor.run, parcel));
      }
    }
    return found;
  }

  private static final class Cursor {
    private final RunSide run;
    private final MergedParcels parcels;
    private StoredParcel next;

    Cursor(RunSide run, MergedParcels parcels) {
      this.run = run;
      this.parcels = parcels;
    }

    /** Null when it has none. */
    StoredParcel at(byte[] key) {
      while ((next == null || Arrays.compareUnsigned(next.key(), key) < 0) && parcels.hasNext()) {
        next = parcels.next();
      }
      return next != null && Arrays.equals(next.key(), key) ? next : null;
    }
  }
}
