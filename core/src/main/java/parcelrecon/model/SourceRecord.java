package parcelrecon.model;

/** A row of a source that says something about one parcel. */
public sealed interface SourceRecord
    permits Outbound, Payment, ParcelEvent, Attempt, Answer, RejectedRow {

  /** Never empty; compared exactly. */
  String parcelId();

  RecordRef ref();
}
