package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import parcelrecon.source.SourcePlan;

/** Watched groups are seen as they are, and nothing at the broker is moved by looking. */
@ExtendWith(SharedBroker.class)
class NoTraceTest {

  private static final Instant NOON = KafkaSite.NOON;

  private final KafkaBroker broker;

  NoTraceTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "consumer"})
  void watchedGroup_isSeen_andNothingIsMoved_whateverItsProtocol(String protocol) {
    String group = "fms-" + protocol;
    try (KafkaSite site = KafkaSite.on(broker, 3)) {
      site.send(0, NOON, "P1").send(0, NOON, "P2").send(2, NOON, "P3").flush();
      try (GroupMember member = GroupMember.join(broker, group, protocol, site.topic())) {
        member.takeAndCommit(3);
      }
      site.send(0, NOON, "P4").flush();
      site.watching(group, "never-there");
      Map<String, Object> before = everythingOf(site);

      SourcePlan plan = planAndRead(site, 4);
      assertThat(plan.groups())
          .containsExactly(
              new GroupOffsets(group, Map.of(site.topic(), Map.of(0, 2L, 1, 0L, 2, 1L))));
      assertThat(plan.reasons())
          .contains(Reason.of(Code.GROUP_WITHOUT_OFFSETS, "never-there", site.topic()));
      assertThat(everythingOf(site)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "consumer"})
  void watchedGroup_goesOnUndisturbed_whenItIsActiveWhileWeLook(String protocol) {
    String group = "busy-" + protocol;
    try (KafkaSite site = KafkaSite.on(broker, 1);
        GroupMember member = GroupMember.join(broker, group, protocol, site.topic())) {
      site.send(0, NOON, "P1").flush();
      member.takeAndCommit(1);
      site.send(0, NOON, "P2").flush();
      site.watching(group);
      Map<String, Object> before = everythingOf(site);

      SourcePlan plan = planAndRead(site, 2);
      assertThat(plan.groups())
          .containsExactly(new GroupOffsets(group, Map.of(site.topic(), Map.of(0, 1L))));
      assertThat(everythingOf(site)).isEqualTo(before);
      member.takeAndCommit(1);
      assertThat(site.plan().groups())
          .containsExactly(new GroupOffsets(group, Map.of(site.topic(), Map.of(0, 2L))));
    }
  }

  @Test
  void watchedGroup_isToldForEachTopicItNeverRead() {
    try (KafkaSite read = KafkaSite.on(broker, 1);
        KafkaSite unread = KafkaSite.on(broker, 1);
        GroupMember member = GroupMember.join(broker, "one-topic", "classic", read.topic())) {
      read.send(0, NOON, "P1").flush();
      member.takeAndCommit(1);
      read.reading(read.topic(), unread.topic()).watching("one-topic");
      assertThat(read.plan().groups())
          .containsExactly(new GroupOffsets("one-topic", Map.of(read.topic(), Map.of(0, 1L))));
      assertThat(read.plan().reasons())
          .filteredOn(reason -> reason.code() == Code.GROUP_WITHOUT_OFFSETS)
          .containsExactly(Reason.of(Code.GROUP_WITHOUT_OFFSETS, "one-topic", unread.topic()));
    }
  }

  private static SourcePlan planAndRead(KafkaSite site, int records) {
    try (KafkaSource source = site.source()) {
      SourcePlan plan = KafkaSite.plan(source);
      assertThat(KafkaSite.readAll(source, plan).events).hasSize(records);
      return plan;
    }
  }

  /**
   * The broker's own view: groups with state, protocol, members and committed offsets, topics with
   * their ends. The topic in which a broker keeps groups and offsets is one of them.
   */
  private static Map<String, Object> everythingOf(KafkaSite site) {
    Map<String, Object> all = new TreeMap<>();
    for (GroupListing listed : site.asked(admin -> admin.listGroups().all())) {
      String group = listed.groupId();
      ConsumerGroupDescription description =
          site.asked(admin -> admin.describeConsumerGroups(List.of(group)).all()).get(group);
      all.put("group " + group, listed + " " + description);
      all.put(
          "committed " + group,
          site.asked(
              admin -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
    }
    Set<String> topics =
        site.asked(admin -> admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    assertThat(topics).contains("__consumer_offsets");
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicDescription topic :
        site.asked(admin -> admin.describeTopics(topics).allTopicNames()).values()) {
      topic.partitions().stream()
          .map(partition -> new TopicPartition(topic.name(), partition.partition()))
          .forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    }
    all.put(
        "ends",
        site.asked(admin -> admin.listOffsets(ends).all()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset())));
    return all;
  }
}
