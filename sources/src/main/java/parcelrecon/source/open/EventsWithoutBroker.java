package parcelrecon.source.open;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.KeyLookup;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.JsonLines;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.KafkaSegments;
import parcelrecon.source.Split;

/**
 * Events from anything but a live cluster, with what such records cannot tell added to their
 * coverage: why nothing is said of consumers, or of late events.
 */
final class EventsWithoutBroker implements Source {

  private final Source source;
  private final List<Reason> unseen;

  private EventsWithoutBroker(Source source, List<Reason> unseen) {
    this.source = source;
    this.unseen = unseen;
  }

  /** The source itself where it is not of events, or reads a live cluster. */
  static Source around(Source source, SourceSettings settings) {
    return settings.name() != SourceName.EVENTS || settings.reader() instanceof Kafka
        ? source
        : new EventsWithoutBroker(source, unseen(settings.reader()));
  }

  private static List<Reason> unseen(SourceSettings.Reader reader) {
    boolean hasTimestamps =
        reader instanceof KafkaSegments
            || reader instanceof JsonLines lines && lines.format() != Format.PLAIN;
    Reason groups = Reason.of(Code.GROUPS_NOT_SEEN);
    return hasTimestamps ? List.of(groups) : List.of(groups, Reason.of(Code.WITHOUT_TIMESTAMPS));
  }

  @Override
  public SourceName name() {
    return source.name();
  }

  @Override
  public String type() {
    return source.type();
  }

  @Override
  public SourceLook look(Window window) {
    SourceLook look = source.look(window);
    return new SourceLook(
        look.where(), look.parts(), withUnseen(look.reasons()), look.reaches(), look.groups());
  }

  @Override
  public void tryOut(RecordSink sink) {
    source.tryOut(sink);
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    SourcePlan plan = source.plan(request);
    return new SourcePlan(
        plan.splits(),
        withUnseen(plan.reasons()),
        plan.dayTotal(),
        plan.completeThrough(),
        plan.groups());
  }

  @Override
  public Optional<String> snapshot() {
    return source.snapshot();
  }

  private List<Reason> withUnseen(List<Reason> reasons) {
    return Stream.concat(reasons.stream(), unseen.stream()).toList();
  }

  @Override
  public List<Reason> read(Split split, RecordSink sink) {
    return source.read(split, sink);
  }

  @Override
  public Optional<KeyLookup> byKey() {
    return source.byKey();
  }

  @Override
  public void close() {
    source.close();
  }
}
