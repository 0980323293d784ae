package parcelrecon.source.segments;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.KafkaSegments;
import parcelrecon.source.Split;
import parcelrecon.source.json.JsonFields;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.topic.TopicRows;
import parcelrecon.source.topic.WantedTime;

/**
 * Topics from the disks of brokers that are down. Gives the records that a live reader of committed
 * records would have got, under the same refs. To see what is damaged, even a look reads all bytes.
 */
public final class SegmentsSource implements Source {

  /** A split's bytes where nobody plans: a look counts no splits. */
  private static final long SPLIT_BYTES = 32L << 20;

  private final SourceSettings settings;
  private final KafkaSegments segments;
  private final RowMapping mapping;
  private final JsonFields fields;
  private final PartitionFolders folders;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION for a field that cannot be used
   */
  public SegmentsSource(SourceSettings settings, KafkaSegments segments) {
    this.settings = settings;
    this.segments = segments;
    this.mapping = new RowMapping(settings);
    this.fields = new JsonFields(settings.name(), mapping.readColumns());
    this.folders = new PartitionFolders(settings.base(), segments.directories());
  }

  @Override
  public SourceName name() {
    return settings.name();
  }

  @Override
  public String type() {
    return segments.type();
  }

  @Override
  public SourceLook look(Window window) {
    return survey(window, SPLIT_BYTES).look();
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    Survey survey = survey(request.window(), request.splitBytes());
    List<Split> splits = new ArrayList<>();
    for (Extent extent : survey.extents()) {
      splits.add(new Split(name(), splits.size(), extent.plannedBytes(), extent.asSplit()));
    }
    return SourcePlan.of(splits, survey.look().reasons());
  }

  /** What all folders showed at one time. */
  private record Survey(List<Extent> extents, SourceLook look) {}

  private Survey survey(Window window, long splitBytes) {
    Map<String, TopicFolders> topics = new LinkedHashMap<>();
    for (PartitionLog log : folders.find()) {
      TopicFolders topic = topics.computeIfAbsent(log.topic(), TopicFolders::new);
      topic.notThereBefore(log.partition());
      if (log.copies().isEmpty()) {
        topic.notThereBefore(log.partition() + 1);
      } else {
        topic.add(PartitionSurvey.of(log, WantedTime.of(window), splitBytes));
      }
    }
    List<Reason> reasons = new ArrayList<>();
    topics.values().forEach(topic -> reasons.addAll(topic.reasons()));
    Optional<Instant> latest =
        topics.values().stream().flatMap(topic -> topic.latest().stream()).max(Instant::compareTo);
    return new Survey(
        topics.values().stream().flatMap(topic -> topic.extents().stream()).toList(),
        new SourceLook(
            String.join(", ", segments.directories()),
            List.copyOf(topics.keySet()),
            reasons,
            latest,
            List.of()));
  }

  @Override
  public List<Reason> read(Split split, RecordSink sink) {
    Extent extent = Extent.of(split);
    Path file = folders.base().resolve(extent.file()).normalize();
    return new ExtentReader(extent, new TopicRows(fields, mapping.into(sink))).read(file);
  }

  @Override
  public void close() {}
}
