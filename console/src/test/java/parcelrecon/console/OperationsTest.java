package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.site.ConsoleSettings;

class OperationsTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder, settings());
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static ConsoleSettings settings() {
    return new ConsoleSettings(
        ConsoleUnderTest.HERE,
        new SignSettings(
            ConsoleUnderTest.oneUserForEachRole(),
            Optional.empty(),
            SignSettings.Sessions.STANDARD,
            Optional.of(TOKEN)));
  }

  @Test
  void health_saysNothingElse_toWhoeverAsks() {
    HttpResponse<String> ready = console.browser().get("/health");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(ready.headers().map()).doesNotContainKey("set-cookie");
    assertThat(console.browser().get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(console.signedIn(Role.FINANCE).get("/health").body())
        .isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void health_isDown_butTheProcessLives_whenResultsAreAway(@TempDir Path another) throws Exception {
    try (ConsoleUnderTest lost = new ConsoleUnderTest(another, settings())) {
      lost.database().close();
      Browser probe = lost.browser();
      for (int i = 0; i < 100 && probe.get("/health").statusCode() == 200; i++) {
        Thread.sleep(100);
      }
      assertThat(probe.get("/health").statusCode()).isEqualTo(503);
      assertThat(probe.get("/health").body()).isEqualTo("{\"status\":\"down\"}");
      assertThat(probe.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void metricsAndTheWholeOfHealth_areForTheToken_andForThoseWhoMay() {
    assertThat(asked(console, "/health", "Bearer " + TOKEN).body()).contains("\"results\":\"up\"");
    assertThat(asked(console, "/health", "Bearer " + TOKEN + "0").body())
        .isEqualTo("{\"status\":\"up\"}");
    assertThat(metrics("").statusCode()).isEqualTo(401);
    assertThat(metrics("Bearer ").statusCode()).isEqualTo(401);
    assertThat(metrics("Bearer " + TOKEN + "0").statusCode()).isEqualTo(401);
    assertThat(metrics("Basic " + TOKEN).statusCode()).isEqualTo(401);
    assertThat(metrics("Bearer " + TOKEN).statusCode()).isEqualTo(200);
    assertThat(console.signedIn(Role.OPS).get("/metrics").statusCode()).isEqualTo(200);
    assertThat(console.signedIn(Role.BPM).get("/metrics").statusCode()).isEqualTo(403);
  }

  @Test
  void metrics_countRunsRequestsAndRefusedSignIns() {
    Browser browser = console.browser();
    browser.post(
        "/sign-in", Map.of("username", "ops", "password", "wrong"), browser.csrf("/sign-in"));
    browser.get("/no/such/page?parcel=TW123");
    String text = metrics("Bearer " + TOKEN).body();
    assertThat(text)
        .contains(
            "parcelrecon_results_up 1.0",
            "parcelrecon_runs{state=\"complete\"} 0.0",
            "parcelrecon_run_in_hand 0.0",
            "parcelrecon_sign_in_failures_total 1.0",
            "parcelrecon_results_connections{state=\"idle\"}",
            "jvm_memory_used_bytes",
            "http_server_requests_seconds_count{method=\"GET\",path=\"/sign-in\",status=\"200\"}")
        .doesNotContain("TW123", "/no/such");
  }

  @Test
  void requests_areLogged_withoutTheirQuery() {
    List<LogRecord> lines = new ArrayList<>();
    Handler heard = heard(lines);
    Logger log = Logger.getLogger("parcelrecon.console.requests");
    log.addHandler(heard);
    try {
      console.signedIn(Role.OPS).get("/?parcel=TW123&name=Lin");
      console.browser().get("/health");
    } finally {
      log.removeHandler(heard);
    }
    assertThat(lines)
        .extracting(line -> line.getParameters()[0].toString())
        .anySatisfy(line -> assertThat(line).contains("method=GET, path=/, status=200", "user=ops"))
        .noneSatisfy(line -> assertThat(line).containsAnyOf("TW123", "Lin", "/health"));
  }

  @Test
  void metrics_sayThatRunsCouldNotBeCounted_andGiveNoCountOfThem(@TempDir Path another) {
    try (ConsoleUnderTest lost = new ConsoleUnderTest(another, settings())) {
      lost.database().close();
      assertThat(metrics(lost, "Bearer " + TOKEN).body())
          .contains("parcelrecon_results_up 0.0", "jvm_memory_used_bytes")
          .doesNotContain("parcelrecon_runs{", "parcelrecon_mismatches{");
    }
  }

  private static HttpResponse<String> metrics(String authorization) {
    return metrics(console, authorization);
  }

  private static HttpResponse<String> metrics(ConsoleUnderTest console, String authorization) {
    return asked(console, "/metrics", authorization);
  }

  private static HttpResponse<String> asked(
      ConsoleUnderTest console, String path, String authorization) {
    Browser browser = console.browser();
    return browser.send(browser.request(path).header("Authorization", authorization).build());
  }

  private static Handler heard(List<LogRecord> lines) {
    return new Handler() {
      @Override
      public synchronized void publish(LogRecord line) {
        lines.add(line);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
