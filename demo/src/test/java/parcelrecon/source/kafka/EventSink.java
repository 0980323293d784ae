package parcelrecon.source.kafka;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.RecordSink;

/** Keeps what was read of a topic. */
class EventSink implements RecordSink {

  final List<ParcelEvent> events = new ArrayList<>();
  final List<Reject> rejected = new ArrayList<>();
  final List<Reason> learnt = new ArrayList<>();

  @Override
  public void accept(SourceRecord row) {
    events.add((ParcelEvent) row);
  }

  @Override
  public void reject(Reject reject) {
    rejected.add(reject);
  }

  @Override
  public void filter() {
    throw new AssertionError("nothing is left out here");
  }

  List<String> parcels() {
    return events.stream().map(ParcelEvent::parcelId).toList();
  }
}
