package parcelrecon.source.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
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
      throw problems.failed(e);
    }
  }

  /** The partitions of every topic, in order. */
  Map<String, List<TopicPartition>> partitions(Collection<String> topics) {
    Set<String> there = problems.answer(admin.listTopics().names());
    List<String> missing = topics.stream().filter(topic -> !there.contains(topic)).toList();
    if (!missing.isEmpty()) {
      throw problems.noSuchTopics(
          missing, there.stream().sorted().limit(TOPICS_SHOWN_MAX).toList());
    }
    Map<String, List<TopicPartition>> partitions = new TreeMap<>();
    problems
        .answer(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (topic, description) ->
                partitions.put(
                    topic,
                    description.partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                        .toList()));
    return partitions;
  }

  /** Those of the topics that keep only the latest record of a key. */
  Set<String> compacted(Collection<String> topics) {
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
