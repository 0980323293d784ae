package parcelrecon.source;

import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;

/**
 * Takes what a source reads. Every row read goes to exactly one of the three. Not thread-safe: one
 * per split.
 */
public interface RecordSink {

  void accept(SourceRecord row);

  /** A row that could not be read. */
  void reject(Reject reject);

  /** A row left out by the site's include or exclude; not counted as read. */
  void filter();
}
