package parcelrecon.source.jdbc;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.RecordSink;

/** Keeps what a source hands on. */
final class CollectingSink implements RecordSink {

  final List<SourceRecord> accepted = new ArrayList<>();
  final List<Reject> rejected = new ArrayList<>();
  int filtered;

  @Override
  public void accept(SourceRecord row) {
    accepted.add(row);
  }

  @Override
  public void reject(Reject reject) {
    rejected.add(reject);
  }

  @Override
  public void filter() {
    filtered++;
  }
}
