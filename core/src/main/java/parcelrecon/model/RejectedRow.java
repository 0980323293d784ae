package parcelrecon.model;

import java.util.Objects;

/**
 * The trace of a row that could not be read although its parcel id could: doubt about that parcel.
 */
public record RejectedRow(String parcelId, RecordRef ref) implements SourceRecord {
  public RejectedRow {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(ref);
  }
}
