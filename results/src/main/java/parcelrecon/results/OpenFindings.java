package parcelrecon.results;

import org.jdbi.v3.core.Handle;

/** Whether anything of what a run found is open: what a diff with it tells as open. */
public final class OpenFindings {

  private OpenFindings() {}

  /** Reads no further than the first that is. */
  public static boolean isAny(Handle handle, long run) {
    MergedParcels parcels = MergedParcels.withMismatch(handle, run);
    while (parcels.hasNext()) {
      if (!parcels.next().open().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
