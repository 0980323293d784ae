package parcelrecon.source.segments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourcePlan;

/** Everything a source gives when it is planned and read once. */
final class Reading implements RecordSink {

  final List<ParcelEvent> events = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  final List<Reason> learnt = new ArrayList<>();
  SourcePlan plan;

  static Reading of(Source source, Window window, long splitBytes) {
    Reading reading = new Reading();
    reading.plan = source.plan(new PlanRequest(window, splitBytes));
    reading.read(source);
    return reading;
  }

  void read(Source source) {
    plan.splits().forEach(split -> learnt.addAll(source.read(split, this)));
    events.sort(Comparator.comparing(ParcelEvent::ref));
    rejects.sort(Comparator.comparing(Reject::ref));
  }

  @Override
  public void accept(SourceRecord row) {
    events.add((ParcelEvent) row);
  }

  @Override
  public void reject(Reject reject) {
    rejects.add(reject);
  }

  @Override
  public void filter() {
    throw new AssertionError("nothing is left out here");
  }

  List<String> parcels() {
    return events.stream()
        .sorted(Comparator.comparingLong(Reading::offset))
        .map(ParcelEvent::parcelId)
        .toList();
  }

  List<Long> offsets() {
    return events.stream().map(Reading::offset).sorted().toList();
  }

  private static long offset(ParcelEvent event) {
    String ref = event.ref().text();
    return Long.parseLong(ref.substring(ref.lastIndexOf(':') + 1));
  }

  /** What the source as a whole could not show. */
  List<Reason> lacking() {
    return Stream.concat(plan.reasons().stream(), learnt.stream())
        .filter(reason -> reason.code().state() != Coverage.State.COMPLETE)
        .toList();
  }

  List<Reason> reasons(Code code) {
    return Stream.concat(plan.reasons().stream(), learnt.stream())
        .filter(reason -> reason.code() == code)
        .toList();
  }
}
