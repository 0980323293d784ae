package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parcelrecon.job.CsvSite;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.schedule.RecheckStore;
import parcelrecon.results.telling.KeptTelling;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.TellingState;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.tell.Form;
import parcelrecon.tell.Hook;
import parcelrecon.tell.Target;
import parcelrecon.tell.TellSettings;
import parcelrecon.tell.Teller;

/** What is to be told of re-checks by the clock, and that nothing is when nothing has changed. */
@Timeout(300)
class ToldRechecksTest extends OnRechecks {

  private static final RecheckTimes AT_SEVEN =
      new RecheckTimes(
          Cron.parse("0 7 * * *").orElseThrow(), CsvSite.TAIPEI, List.of("ops"), "zh-TW");

  private static final String P1 = "P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39";
  private static final String P2 = "P2,COD,500,O2,C2,2022-04-13T19:43:30,2022-04-13T19:43:31";
  private static final String P3 = "P3,COD,500,O3,C3,2022-04-13T19:44:30,2022-04-13T19:44:39";
  private static final String PAID_P1 = "P1,M1,500,2022-04-17T10:00:00";
  private static final String PAID_P2 = "P2,M2,500,2022-04-13T19:50:10";
  private static final String PAID_P3 = "P3,M3,500,2022-04-17T10:00:00";
  private static final String LATER = "Z,M9,1,2022-04-19T11:00:00";

  @Override
  RecheckTimes times() {
    return AT_SEVEN;
  }

  private List<KeptTelling> told() {
    return new TellingStore(database, () -> now).latest(Message.Subject.RECHECKS, 100);
  }

  private List<String> keys() {
    return told().stream().map(KeptTelling::key).sorted().toList();
  }

  private Message only() {
    assertThat(told()).hasSize(1);
    return told().get(0).message();
  }

  private RunRow run(long run) {
    return new RunStore(database).find(run).orElseThrow();
  }

  @Test
  void nothingIsTold_whenNothingHasChanged() throws Exception {
    workAt("2022-04-16T23:00:00Z");
    workAt("2022-04-17T23:00:00Z");
    assertThat(runs()).hasSize(3);
    assertThat(told()).isEmpty();
  }

  @Test
  void recheckThatFails_isToldEachRound_andOneByHandNever() throws Exception {
    breakPayments();
    now = Instant.parse("2022-04-16T22:00:00Z");
    RunRow first = run(1);
    desk.await(
        desk.start(ReconcileRequest.recheck(first, now, first.options()), LongSupplier::getAsLong));
    workAt("2022-04-16T22:00:30Z");
    assertThat(run(2).state()).isEqualTo(RunState.FAILED);
    assertThat(told()).isEmpty();

    workAt("2022-04-16T23:00:00Z");
    workAt("2022-04-16T23:01:00Z");
    workAt("2022-04-17T23:00:00Z");
    assertThat(keys())
        .containsExactly(
            "rechecks/20220413T122200Z/3/recheck_failed/ops",
            "rechecks/20220413T122200Z/4/recheck_failed/ops");
    assertThat(told().get(0).message().run().orElseThrow().incident()).isEqualTo("kafka");
  }

  @Test
  void incompleteCoverage_isToldOnce_asLongAsItLacksNothingMore() throws Exception {
    Path payments = folder.resolve("payments.csv");
    Files.writeString(payments, Files.readString(payments) + "P3,M3,\"50");
    workAt("2022-04-16T23:00:00Z");
    assertThat(only().occasion()).isEqualTo(Occasion.RECHECK_INCOMPLETE);
    assertThat(only().run().orElseThrow().found().orElseThrow().lacking()).hasSize(1);

    workAt("2022-04-17T23:00:00Z");
    assertThat(runs()).hasSize(3).last().isEqualTo("3 of 2 2022-04-17T23 INCOMPLETE");
    assertThat(told()).hasSize(1);
  }

  @Test
  void mismatchThatCameBack_andIncidentWithNothingOpen_areTold_toARealHook() throws Exception {
    site.outbounds(P1, P2, P3);
    desk.await(
        desk.start(
            site.requestAsOf(Instant.parse("2022-04-16T11:00:00Z")), LongSupplier::getAsLong));
    site.payments(PAID_P1, PAID_P2, LATER);
    workAt("2022-04-17T23:00:00Z");
    assertThat(told()).as("one is healed, another one still open").isEmpty();

    site.payments(PAID_P2, LATER);
    workAt("2022-04-18T23:00:00Z");
    assertThat(only().occasion()).isEqualTo(Occasion.CAME_BACK);
    assertThat(only().recheck()).contains(new Message.Recheck(2, 0));
    assertThat(only().run().orElseThrow().found().orElseThrow().affected()).isEqualTo(2);
    assertThat(heard())
        .singleElement()
        .asString()
        .contains("Kafka down：2 項異常再度待處理", "\"recheck\":{\"cameBack\":2")
        .doesNotContain("P1", "O1", "C1");

    site.payments(PAID_P1, PAID_P2, PAID_P3, LATER);
    workAt("2022-04-19T23:00:00Z");
    assertThat(heard()).singleElement().asString().contains("Kafka down：已無待處理的異常，可由人員結案");
    workAt("2022-04-20T23:00:00Z");
    assertThat(keys())
        .containsExactly(
            "rechecks/20220413T122200Z/4/came_back/ops",
            "rechecks/20220413T122200Z/5/nothing_open/ops");
  }

  /** What the target hears of all that waits. */
  private List<String> heard() throws InterruptedException {
    try (Hook hook = new Hook()) {
      Target ops = hook.target("ops", Form.JSON);
      TellSettings settings = new TellSettings(List.of(ops), Optional.empty(), Optional.empty());
      try (Teller teller = new Teller(settings, List.of(), database, () -> now)) {
        teller.start();
        while (told().stream().anyMatch(each -> each.state() == TellingState.WAITING)) {
          Thread.sleep(50);
        }
      }
      return hook.posts.stream().map(Hook.Post::body).toList();
    }
  }

  @Test
  void mismatchThatNobodySawHealed_isNotToldAsHealed() throws Exception {
    site.outbounds(P2, P3);
    site.payments(PAID_P2, PAID_P3, LATER);
    workAt("2022-04-16T23:00:00Z");
    assertThat(only().occasion()).isEqualTo(Occasion.NOTHING_OPEN);
    assertThat(only().recheck()).contains(new Message.Recheck(0, 2));
  }

  @Test
  void roundWithoutItsSources_isToldOnce_whenTheNextOneHasCome() throws Exception {
    Path payments = folder.resolve("payments.csv");
    Path away = Files.move(payments, folder.resolve("away"));
    workAt("2022-04-16T23:00:00Z");
    workAt("2022-04-17T22:59:00Z");
    assertThat(told()).isEmpty();

    workAt("2022-04-17T23:00:00Z");
    workAt("2022-04-17T23:01:00Z");
    assertThat(keys()).containsExactly("rechecks/20220417T230000Z/-/recheck_missed/ops");
    assertThat(only().from()).isEqualTo("2022-04-16T23:00:00Z");

    Files.move(away, payments);
    workAt("2022-04-17T23:02:00Z");
    workAt("2022-04-18T23:00:00Z");
    assertThat(told()).as("the second round was made").hasSize(1);
  }

  @Test
  void roundThatNobodyWasThereFor_isTold() throws Exception {
    workAt("2022-04-16T22:00:00Z");
    workAt("2022-04-18T05:00:00Z");
    assertThat(keys()).containsExactly("rechecks/20220417T230000Z/-/recheck_missed/ops");
  }

  @Test
  void recheckWhoseProcessDied_isToldByTheNext() throws Exception {
    Instant round = Instant.parse("2022-04-16T23:00:00Z");
    site.payments(PAID_P1, LATER);
    RunRow first = run(1);
    desk.await(
        desk.start(
            ReconcileRequest.recheck(first, round, first.options()),
            run -> new RecheckStore(database).begin("kafka", round, run)));
    assertThat(told()).isEmpty();
    workAt("2022-04-20T01:00:00Z");
    assertThat(keys()).containsExactly("rechecks/20220413T122200Z/2/nothing_open/ops");
  }

  @Test
  void recheckThatDoesNotAddUp_isToldAsFailed() throws Exception {
    workAt("2022-04-16T23:00:00Z");
    execute("delete from mismatch where run = 2");
    assertThat(AT_SEVEN.tellings(database).ofRun(run(2)))
        .singleElement()
        .satisfies(
            telling -> assertThat(telling.message().occasion()).isEqualTo(Occasion.RECHECK_FAILED));
  }
}
