package parcelrecon.source.mapping;

import parcelrecon.model.RecordRef;

/** Takes the rows of a source as they are read. Not thread-safe: one per split. */
public interface RowReceiver {

  /** A row of the source's form. */
  void row(RawRow row, RecordRef ref, EventStamp stamp);

  /**
   * A row whose form is broken: too few columns, not JSON, cut off.
   *
   * @param row its columns as far as they can be trusted, others null
   */
  void broken(RawRow row, RecordRef ref, String reason);
}
