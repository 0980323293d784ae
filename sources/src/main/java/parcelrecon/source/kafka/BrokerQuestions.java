package parcelrecon.source.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import parcelrecon.problem.ProblemException;

/** Everything asked of a broker that is not a record. Only reads. */
final class BrokerQuestions implements AutoCloseable {

  private static final int TOPICS_SHOWN_MAX = 20;

  private final Admin admin;
  private final KafkaProblems problems;

  private BrokerQuestions(Admin admin, KafkaProblems problems) {
    this.admin = admin;
    this.problems = problems;
  }

  static BrokerQuestions connect(KafkaProblems problems) {
    try {
      return new BrokerQuestions(
          Admin.create(ClientProperties.ofAdmin(problems.client())), problems);
    } catch (KafkaException e) {
      throw problems.unusable(e);
    }
  }

  /** The topics with their partitions, both in order. */
  Map<Topic, List<TopicPartition>> topics(Collection<String> names) {
    Set<String> there = problems.answer(admin.listTopics().names());
    List<String> missing = names.stream().filter(topic -> !there.contains(topic)).toList();
    if (!missing.isEmpty()) {
      throw problems.noSuchTopics(
          missing, there.stream().sorted().limit(TOPICS_SHOWN_MAX).toList());
    }
    Set<String> compacted = compacted(names);
    Map<Topic, List<TopicPartition>> topics = new LinkedHashMap<>();
    new TreeMap<>(problems.answer(admin.describeTopics(names).allTopicNames()))
        .forEach(
            (name, description) ->
                topics.put(
                    new Topic(name, description.topicId(), compacted.contains(name)),
                    partitions(description)));
    return topics;
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
        .toList();
  }

  /** The id of a topic; empty when there is none of the name any more. */
  Optional<Uuid> id(String topic) {
    try {
      return Optional.of(
          problems
              .answer(admin.describeTopics(List.of(topic)).allTopicNames())
              .get(topic)
              .topicId());
    } catch (ProblemException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Those of the topics that keep only the latest record of a key. */
  private Set<String> compacted(Collection<String> topics) {
    List<ConfigResource> resources =
        topics.stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    return problems.answer(admin.describeConfigs(resources).all()).entrySet().stream()
        .filter(
            entry ->
                entry
                    .getValue()
                    .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                    .value()
                    .contains(TopicConfig.CLEANUP_POLICY_COMPACT))
        .map(entry -> entry.getKey().name())
        .collect(Collectors.toSet());
  }

  /** Offset and timestamp by partition; both -1 where there is no such record. */
  Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, spec));
    return problems.answer(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
  }

  /** The latest time of a record; absent where there is none, or the broker is too old to tell. */
  Optional<Instant> latest(Collection<TopicPartition> partitions) {
    try {
      return offsets(partitions, OffsetSpec.maxTimestamp(), IsolationLevel.READ_UNCOMMITTED)
          .values()
          .stream()
          .filter(found -> found.timestamp() >= 0)
          .map(found -> Instant.ofEpochMilli(found.timestamp()))
          .max(Comparator.naturalOrder());
    } catch (ProblemException e) {
      if (e.getCause() instanceof UnsupportedVersionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What a group committed in these partitions; empty for a group that does not exist. */
  Map<TopicPartition, Long> committed(String group, Collection<TopicPartition> partitions) {
    ListConsumerGroupOffsetsSpec spec =
        new ListConsumerGroupOffsetsSpec().topicPartitions(new ArrayList<>(partitions));
    Map<TopicPartition, OffsetAndMetadata> answer;
    try {
      answer =
          problems.answer(
              admin
                  .listConsumerGroupOffsets(Map.of(group, spec))
                  .partitionsToOffsetAndMetadata(group));
    } catch (ProblemException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw e;
    }
    Map<TopicPartition, Long> committed = new HashMap<>();
    answer.forEach(
        (partition, offset) -> {
          if (offset != null) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ZERO);
  }
}
