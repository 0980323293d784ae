package parcelrecon.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.telling.KeptTelling;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.Setback;
import parcelrecon.results.telling.Setback.Reason;
import parcelrecon.results.telling.Telling;
import parcelrecon.results.telling.TellingState;
import parcelrecon.results.telling.TellingStore;

/** Tellings on their way to webhooks that refuse, hang and come back. */
@Timeout(60)
class TellerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final Hook hook = new Hook();
  private Instant now = Messages.NOON;
  private ResultsDatabase database;
  private TellingStore store;

  @BeforeEach
  void open() {
    database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
    store = new TellingStore(database, () -> now);
  }

  @AfterEach
  void close() {
    hook.close();
    database.close();
  }

  private Teller teller(Target... targets) {
    TellSettings settings = new TellSettings(List.of(targets), Optional.empty(), Optional.empty());
    return new Teller(
        settings,
        List.of(),
        store,
        new Delivery(settings, Duration.ofMillis(500), Optional.empty()),
        () -> now);
  }

  private void keep(Occasion occasion, String target) {
    store.keep(() -> true, () -> List.of(new Telling(target, Messages.of(occasion))));
  }

  private KeptTelling kept() {
    return store.latest("hourly", 9).get(0);
  }

  @Test
  void telling_isSentOnce_underItsKey() {
    keep(Occasion.RESULT, "ops");
    Target ops = hook.target("ops", Form.JSON);
    try (Teller teller = teller(ops)) {
      teller.tell(ops);
      now = now.plus(Duration.ofDays(1));
      teller.tell(ops);
    }
    assertThat(hook.posts)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.key()).isEqualTo("hourly/20220413T120000Z/12/result/ops");
              assertThat(post.type()).isEqualTo("application/json; charset=utf-8");
              assertThat(post.body()).contains("\"affected\":3");
            });
    assertThat(kept().state()).isEqualTo(TellingState.SENT);
    assertThat(kept().setback()).isEmpty();
  }

  @Test
  void telling_isTriedAgain_afterTwiceAsLongEachTime() {
    hook.answering(500, 429, Hook.SILENCE, 302, 408, 503, 503, 503);
    keep(Occasion.RESULT, "ops");
    Target ops = hook.target("ops", Form.JSON);
    try (Teller teller = teller(ops)) {
      for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
        teller.tell(ops);
        assertThat(kept().nextAt()).contains(now.plus(MINUTE.multipliedBy(minutes)));
        assertThat(kept().state()).isEqualTo(TellingState.WAITING);
        now = now.plus(MINUTE.multipliedBy(minutes)).minusSeconds(1);
        teller.tell(ops);
        now = now.plusSeconds(1);
      }
      teller.tell(ops);
    }
    assertThat(hook.posts).hasSize(9).extracting(Hook.Post::key).containsOnly(kept().key());
    assertThat(hook.posts).extracting(Hook.Post::body).containsOnly(hook.posts.get(0).body());
    assertThat(kept().state()).isEqualTo(TellingState.SENT);
  }

  @Test
  void telling_isTriedFirst_whenNothingRanForDays() throws Exception {
    keep(Occasion.RESULT, "ops");
    now = now.plus(Duration.ofDays(3));
    try (Teller teller = teller(hook.target("ops", Form.JSON))) {
      teller.start();
      while (kept().state() == TellingState.WAITING) {
        Thread.sleep(20);
      }
    }
    assertThat(kept().state()).isEqualTo(TellingState.SENT);
    assertThat(hook.posts).hasSize(1);
  }

  @Test
  void telling_isGivenUp_whenNobodyTookItForADay() {
    Target away =
        new Target("away", new Target.Way.Webhook(URI.create("http://127.0.0.1:1/"), Form.JSON));
    keep(Occasion.RESULT, "away");
    try (Teller teller = teller(away)) {
      now = now.plus(Teller.PATIENCE).minusSeconds(1);
      teller.tell(away);
      assertThat(kept().state()).isEqualTo(TellingState.WAITING);
      now = now.plus(Duration.ofHours(1));
      teller.tell(away);
    }
    assertThat(kept().state()).isEqualTo(TellingState.GIVEN_UP);
    assertThat(kept().setback()).contains(Setback.of(Reason.UNREACHABLE));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void telling_isGivenUpAtOnce_whenAnotherTryWouldGetTheSameAnswer(int status) {
    hook.answering(status);
    keep(Occasion.RESULT, "ops");
    Target ops = hook.target("ops", Form.SLACK);
    try (Teller teller = teller(ops)) {
      teller.tell(ops);
    }
    assertThat(kept().state()).isEqualTo(TellingState.GIVEN_UP);
    assertThat(kept().setback()).contains(Setback.of(Reason.REFUSED, status));
  }

  @Test
  void lark_isBelieved_notItsStatus() {
    hook.saying("{\"code\":19024,\"msg\":\"Key Words Not Found\"}");
    keep(Occasion.RESULT, "ops");
    Target ops = hook.target("ops", Form.LARK);
    try (Teller teller = teller(ops)) {
      teller.tell(ops);
      assertThat(kept().setback()).contains(Setback.of(Reason.REFUSED, 19024));
      hook.saying("{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0}");
      now = now.plus(MINUTE);
      teller.tell(ops);
    }
    assertThat(kept().state()).isEqualTo(TellingState.SENT);
  }

  /** The process dies between the target's answer and our note. */
  @Test
  void telling_isSentAgainUnderTheSameKey_whenAProcessDied() {
    keep(Occasion.MISSED, "ops");
    KeptTelling taken = store.due("ops", 1).get(0);
    store.take(taken, now.plus(Teller.TRY_MAX));
    Target ops = hook.target("ops", Form.JSON);
    try (Teller teller = teller(ops)) {
      teller.tell(ops);
      assertThat(hook.posts).isEmpty();
      now = now.plus(Teller.TRY_MAX);
      teller.tell(ops);
    }
    assertThat(hook.posts).extracting(Hook.Post::key).containsExactly(taken.key());
  }

  @Test
  void targetThatHangs_holdsUpNoOther() throws Exception {
    try (Hook silent = new Hook().answering(Hook.SILENCE)) {
      keep(Occasion.RESULT, "silent");
      keep(Occasion.RESULT, "ops");
      try (Teller teller =
          teller(silent.target("silent", Form.TEAMS), hook.target("ops", Form.LARK))) {
        teller.start();
        while (hook.posts.isEmpty() || silent.posts.isEmpty()) {
          Thread.sleep(20);
        }
      }
    }
    assertThat(hook.posts.get(0).body()).contains("msg_type");
  }

  @Test
  void trial_tellsWhatCameOfIt_andIsKeptNowhere() throws Exception {
    hook.answering(200, 404);
    Target ops = hook.target("ops", Form.TEAMS);
    Trial trial = new Trial(new TellSettings(List.of(ops), Optional.empty(), Optional.empty()));
    ZoneId utc = ZoneId.of("UTC");
    assertThat(trial.send(ops, utc, "zh-TW", now)).isEmpty();
    assertThat(trial.send(ops, utc, "en", now)).contains(Setback.of(Reason.REFUSED, 404));
    assertThat(hook.posts.get(0).body()).contains("這是測試訊息");
    assertThat(store.latest("parcel-recon", 9)).isEmpty();
  }

  @Test
  void targets_showNoAddress() {
    assertThat(hook.target("ops", Form.SLACK).toString()).contains("ops").doesNotContain("s3cr3t");
  }
}
