package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;

/** A topic read on from where an earlier run ended. */
@ExtendWith(SharedBroker.class)
class ReadOnwardTest {

  private static final Instant NOON = KafkaSite.NOON;

  private final KafkaBroker broker;

  ReadOnwardTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void onlyWhatIsNewIsRead_andTheEndsAreKept_whenNothingIs() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 2);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "before").flush();
      SourcePlan first = KafkaSite.plan(source);
      site.send(0, NOON.plusSeconds(1), "after").send(1, NOON, "first of its partition").flush();

      SourcePlan second = onward(source, first.splits());
      assertThat(KafkaSite.readAll(source, second).parcels())
          .containsExactly("after", "first of its partition");
      assertThat(second.reasons())
          .contains(
              Reason.of(Code.PARTITION_READ, site.topic(), 0, 1, 2),
              Reason.of(Code.PARTITION_READ, site.topic(), 1, 0, 1));

      SourcePlan third = onward(source, second.splits());
      assertThat(KafkaSite.readAll(source, third).parcels()).isEmpty();
      site.send(1, NOON.plusSeconds(2), "later").flush();
      assertThat(KafkaSite.readAll(source, onward(source, third.splits())).parcels())
          .containsExactly("later");
    }
  }

  @Test
  void historyThatWasReadBefore_isNoGap_whenItIsDeleted() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "read").send(0, NOON.plusSeconds(1), "read, too").flush();
      SourcePlan first = KafkaSite.plan(source);
      site.send(0, NOON.plusSeconds(2), "missed").send(0, NOON.plusSeconds(3), "there").flush();
      site.deleteBefore(0, 2);
      assertThat(onward(source, first.splits()).reasons())
          .extracting(Reason::code)
          .doesNotContain(Code.HISTORY_DELETED);
      site.deleteBefore(0, 3);
      SourcePlan cut = onward(source, first.splits());
      assertThat(cut.reasons()).extracting(Reason::code).contains(Code.HISTORY_DELETED);
      assertThat(KafkaSite.readAll(source, cut).parcels()).containsExactly("there");
    }
  }

  @Test
  void topicThatWasMadeAnew_isReadFromTheWindowsStart() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 1)) {
      site.send(0, NOON, "old").send(0, NOON, "old").flush();
      List<Split> read;
      try (KafkaSource source = site.source()) {
        read = KafkaSite.plan(source).splits();
      }
      site.asked(admin -> admin.deleteTopics(List.of(site.topic())).all());
      broker.createTopic(site.topic(), 1, Map.of("retention.ms", "-1"));
      try (KafkaSite again = site.again();
          KafkaSource source = again.source()) {
        again.send(0, NOON, "a").send(0, NOON, "b").send(0, NOON, "c").flush();
        assertThat(KafkaSite.readAll(source, onward(source, read)).parcels())
            .containsExactly("a", "b", "c");
      }
    }
  }

  private static SourcePlan onward(KafkaSource source, List<Split> read) {
    return source.planOnward(new PlanRequest(KafkaSite.WINDOW, 1 << 20), read).orElseThrow();
  }
}
