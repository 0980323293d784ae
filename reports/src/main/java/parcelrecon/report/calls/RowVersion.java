package parcelrecon.report.calls;

import java.util.Optional;
import parcelrecon.results.ParcelRow;

/** The version of a parcel's row of the call list: it changes with anything in the row. */
public final class RowVersion {

  private RowVersion() {}

  /** Absent when the parcel is not on the call list. */
  public static Optional<String> of(ParcelRow parcel) {
    return StoreCall.version(parcel);
  }
}
