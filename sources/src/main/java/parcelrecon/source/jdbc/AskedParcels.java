package parcelrecon.source.jdbc;

import java.util.Collection;
import java.util.Set;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.RecordSink;

/**
 * Lets the records of the parcels asked for through. A database may give those of others: to its
 * collation p1 and P1 may be one, or P1 with a blank behind it; to us they are parcels of their
 * own, which nobody asked for.
 */
final class AskedParcels implements RecordSink {

  private final Set<String> asked;
  private final RecordSink sink;

  AskedParcels(Collection<String> asked, RecordSink sink) {
    this.asked = Set.copyOf(asked);
    this.sink = sink;
  }

  @Override
  public void accept(SourceRecord row) {
    if (asked.contains(row.parcelId())) {
      sink.accept(row);
    }
  }

  /** A row whose parcel cannot be read could be anybody's. */
  @Override
  public void reject(Reject reject) {
    if (reject.parcelId() == null || asked.contains(reject.parcelId())) {
      sink.reject(reject);
    }
  }

  @Override
  public void filter() {
    sink.filter();
  }
}
