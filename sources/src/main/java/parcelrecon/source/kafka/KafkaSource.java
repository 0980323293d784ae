package parcelrecon.source.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.Split;
import parcelrecon.source.json.JsonFields;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.topic.TopicRows;

/**
 * Topics of a live Kafka, read from the window's start, less an hour, to where they ended at plan
 * time. Leaves no trace there: no group, no commit.
 */
public final class KafkaSource implements Source {

  /** How long a broker may give nothing before it counts as gone. */
  private static final Duration STALL_LIMIT = Duration.ofSeconds(60);

  /** Each is told in the coverage. */
  private static final int PARTITIONS_MAX = 10_000;

  /** Held, because a logger nobody holds forgets its level. */
  private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.kafka");

  private final SourceSettings settings;
  private final Kafka kafka;
  private final RowMapping mapping;
  private final JsonFields fields;
  private final KafkaProblems problems;
  private final ReadingTerms terms;
  private final Map<String, Object> consumerProperties;
  private final ConsumerPool consumers;
  private final TopicWatch watch;

  /**
   * @throws ProblemException CONFIGURATION for a field or client property that cannot be used
   */
  public KafkaSource(SourceSettings settings, Kafka kafka) {
    this(settings, kafka, STALL_LIMIT);
  }

  KafkaSource(SourceSettings settings, Kafka kafka, Duration stallLimit) {
    silenceClients();
    this.settings = settings;
    this.kafka = kafka;
    this.mapping = new RowMapping(settings);
    this.fields = new JsonFields(settings.name(), mapping.readColumns());
    Map<String, String> client = SecurityProperties.located(kafka.client(), settings.base());
    this.problems = new KafkaProblems("sources." + settings.name().text(), client);
    this.terms = new ReadingTerms(stallLimit, new ByteRate(kafka.bytesPerSecond()), problems);
    this.consumerProperties = ClientProperties.ofConsumer(client, kafka.bytesPerSecond());
    this.consumers = new ConsumerPool(consumerProperties);
    this.watch = new TopicWatch(problems);
    check();
  }

  /** Clients tell the same thing every 50 ms while a broker is away; we tell it once. */
  private static void silenceClients() {
    if (CLIENT_LOG.getLevel() == null) {
      CLIENT_LOG.setLevel(Level.OFF);
    }
  }

  private void check() {
    List<Problem> found = new ArrayList<>();
    kafka
        .client()
        .forEach(
            (name, value) ->
                ClientProperties.refusal(name, value)
                    .ifPresent(
                        what ->
                            found.add(
                                new Problem(
                                    problems.source(),
                                    name + " " + what,
                                    "Nothing was started",
                                    "Correct or remove it"))));
    if (!found.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, found);
    }
  }

  @Override
  public SourceName name() {
    return settings.name();
  }

  @Override
  public String type() {
    return kafka.type();
  }

  @Override
  public SourceLook look(Window window) {
    return survey(window, ReadBefore.NOTHING).look();
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    Survey survey = survey(request.window(), ReadBefore.NOTHING);
    return plan(survey, splits(survey.ranges(), OffsetRange::pieces));
  }

  /** A partition without anything new has an empty split, so that the next run knows its end. */
  @Override
  public Optional<SourcePlan> planOnward(PlanRequest request, List<Split> read) {
    Survey survey = survey(request.window(), ReadBefore.of(read));
    return Optional.of(plan(survey, splits(survey.ranges(), OffsetRange::piecesOrItself)));
  }

  private static SourcePlan plan(Survey survey, List<Split> splits) {
    return new SourcePlan(
        splits,
        survey.look().reasons(),
        OptionalLong.empty(),
        Optional.empty(),
        survey.look().groups());
  }

  /** What all topics showed at one time. */
  private record Survey(List<OffsetRange> ranges, SourceLook look) {}

  private Survey survey(Window window, ReadBefore before) {
    TopicSurvey.Wanted wanted = new TopicSurvey.Wanted(window, before);
    List<OffsetRange> ranges = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>();
    try (BrokerQuestions broker = BrokerQuestions.connect(problems)) {
      Map<Topic, List<TopicPartition>> topics = broker.topics(new LinkedHashSet<>(kafka.topics()));
      refuseTooMany(topics.values().stream().mapToInt(List::size).sum());
      HiddenRecords hidden = new HiddenRecords(consumerProperties, terms);
      topics.forEach(
          (topic, partitions) -> {
            TopicSurvey survey =
                new TopicSurvey(broker, hidden, topic, partitions, wanted).survey();
            ranges.addAll(survey.ranges());
            reasons.addAll(survey.reasons());
          });
      List<GroupOffsets> groups = groups(broker, topics, reasons);
      return new Survey(
          ranges,
          new SourceLook(
              kafka.client().get("bootstrap.servers"),
              topics.keySet().stream().map(Topic::name).toList(),
              reasons,
              broker.latest(topics.values().stream().flatMap(List::stream).toList()),
              groups));
    }
  }

  private void refuseTooMany(int partitions) {
    if (partitions > PARTITIONS_MAX) {
      throw new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              problems.source(),
              "topics have " + partitions + " partitions, at most " + PARTITIONS_MAX,
              "Nothing was read",
              "Name fewer topics"));
    }
  }

  private List<Split> splits(
      List<OffsetRange> ranges, Function<OffsetRange, List<OffsetRange>> cut) {
    List<Split> splits = new ArrayList<>();
    for (OffsetRange range : ranges) {
      for (OffsetRange piece : cut.apply(range)) {
        splits.add(new Split(name(), splits.size(), piece.plannedBytes(), piece.asSplit()));
      }
    }
    return splits;
  }

  /** A group without any offset in a topic says nothing about it, and that is told. */
  private List<GroupOffsets> groups(
      BrokerQuestions broker, Map<Topic, List<TopicPartition>> topics, List<Reason> reasons) {
    List<GroupOffsets> groups = new ArrayList<>();
    List<TopicPartition> all = topics.values().stream().flatMap(List::stream).toList();
    for (String group : Set.copyOf(kafka.watchedGroups()).stream().sorted().toList()) {
      Map<String, Map<Integer, Long>> committed = new TreeMap<>();
      broker
          .committed(group, all)
          .forEach(
              (partition, offset) ->
                  committed
                      .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                      .put(partition.partition(), offset));
      topics.keySet().stream()
          .map(Topic::name)
          .filter(topic -> !committed.containsKey(topic))
          .forEach(topic -> reasons.add(Reason.of(Code.GROUP_WITHOUT_OFFSETS, group, topic)));
      if (!committed.isEmpty()) {
        groups.add(new GroupOffsets(group, committed));
      }
    }
    return groups;
  }

  @Override
  public List<Reason> read(Split split, RecordSink sink) {
    OffsetRange range = OffsetRange.of(split);
    SplitReader reader = new SplitReader(range, new TopicRows(fields, mapping.into(sink)));
    try {
      watch.check(range.topic());
      List<Reason> learnt =
          consumers.with(
              consumer -> reader.read(new OffsetWalk(consumer, range.partition(), terms)));
      watch.check(range.topic());
      return learnt;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw problems.failed(e);
    }
  }

  @Override
  public void close() {
    consumers.close();
    watch.close();
  }
}
