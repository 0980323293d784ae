package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;

/** A site's run with what its proxy's access log says the counter's screens showed. */
class AccessLogRunTest {

  private static final String OUTBOUND =
      """
      parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
      P1,PREPAID,500,O1,S1,2022-04-13T19:42:30,2022-04-13T19:42:38
      P2,PREPAID,300,O2,S2,2022-04-13T19:42:10,2022-04-13T19:42:11
      P3,PREPAID,300,O3,S2,2022-04-13T19:42:10,2022-04-13T19:42:11
      P4,PREPAID,300,O4,S2,2022-04-13T19:42:20,2022-04-13T19:42:21
      """;

  private static final String NGINX =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          csv: { files: outbound.csv }
        attempts:
          access-log: { files: "nginx/access.log*", pattern: combined-timed }
          columns:
            { parcel_id: "@query:parcel", store_id: "@query:store", ended_at: time, outcome: status, duration_millis: duration }
          duration-unit: seconds
          parcel-separator: ","
          include: { "@method": [POST], "@path:1": [counter], "@path:2": [pick-up] }
          values: { outcome: { "200": OK, "499": ABORTED, "504": TIMEOUT, "*": ERROR } }
      """;

  /** A window that the call of P1 began in, and was over when the line was written. */
  private static final String TO = "2022-04-13T19:42:35";

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder).with("outbound.csv", OUTBOUND);
  }

  private CommandLineRun reconcile() {
    return CommandLineRun.of(
        "reconcile",
        "-c",
        site.path("recon.yaml").toString(),
        "--incident",
        "tryout",
        "--from=2022-04-13T19:33",
        "--to=" + TO,
        "--as-of=2022-04-16T12:00",
        "--json",
        "--out=" + folder.resolve("out"));
  }

  private List<String> mismatches() throws IOException {
    return Files.readAllLines(folder.resolve("out/tryout/run-001/mismatches.csv")).stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              return cells[0] + " " + cells[1] + " " + cells[3] + " " + cells[cells.length - 1];
            })
        .toList();
  }

  @Test
  void parcels_wereShownAsFailed_whenTheirCallEndedLaterWithAnError() throws IOException {
    site.with("recon.yaml", NGINX)
        .with(
            "nginx/access.log",
            """
            10.8.3.22 - - [13/Apr/2022:19:42:11 +0800] "POST /counter/pick-up?parcel=P2,P3&store=S2 HTTP/1.1" 200 52 "-" "till" 1.203 1.203
            10.8.3.22 - - [13/Apr/2022:19:42:12 +0800] "GET /counter/health HTTP/1.1" 200 2 "-" "probe" 0.000 -
            10.8.3.21 - - [13/Apr/2022:19:42:39 +0800] "POST /counter/pick-up?parcel=P1&store=S1 HTTP/1.1" 504 167 "-" "till" 9.001 9.000
            """);

    CommandLineRun run = reconcile();

    assertThat(run.err()).doesNotContain("rejected");
    assertThat(run.exitCode()).isZero();
    assertThat(mismatches())
        .containsExactly(
            "P1 SHOWN_AS_FAILED CONFIRMED attempts:nginx/access.log:3 outbound:outbound.csv:2");
    assertThat(run.out())
        .containsPattern(
            "(?s)\"name\"\\s*:\\s*\"attempts\".{0,20}\"type\"\\s*:\\s*\"access-log\""
                + ".{0,20}\"filtered\"\\s*:\\s*1,.{0,10}\"read\"\\s*:\\s*3,.{0,10}\"accepted\"\\s*:\\s*3");
  }

  @Test
  void call_isShownByItsLastTry_whenAProxyRetriedIt() throws IOException {
    site.with(
            "recon.yaml",
            NGINX
                .replace("pattern: combined-timed", "pattern: '" + WITH_REQUEST_ID + "'")
                .replace("ended_at: time", "request_id: id, ended_at: time")
                .replace("duration-unit", "time-format: dd/MMM/yyyy:HH:mm:ss Z\n    duration-unit"))
        .with(
            "nginx/access.log",
            """
            [13/Apr/2022:19:42:25 +0800] "POST /counter/pick-up?parcel=P4 HTTP/1.1" 504 5.000 a1
            [13/Apr/2022:19:42:26 +0800] "POST /counter/pick-up?parcel=P4 HTTP/1.1" 200 0.400 a1
            [13/Apr/2022:19:42:30 +0800] "POST /counter/pick-up?parcel=P1 HTTP/1.1" 504 5.000 a2
            [13/Apr/2022:19:42:31 +0800] "POST /counter/pick-up?parcel=P1 HTTP/1.1" 502 0.400 a2
            """);

    assertThat(reconcile().exitCode()).isZero();
    assertThat(mismatches())
        .containsExactly(
            "P1 SHOWN_AS_FAILED CONFIRMED attempts:nginx/access.log:3 attempts:nginx/access.log:4"
                + " outbound:outbound.csv:2");
  }

  private static final String WITH_REQUEST_ID =
      "\\[(?<time>[^\\]]+)\\] \"(?<request>[^\"]*)\" (?<status>\\S+) (?<duration>\\S+) (?<id>\\S+)";

  @Test
  void configuration_isRefused_whenThePatternHasNoSuchColumn() {
    site.with("recon.yaml", NGINX.replace("outcome: status", "outcome: state"));
    CommandLineRun run = reconcile();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.messages())
        .containsExactly(
            "sources.attempts.columns: \"state\" is no column of the pattern, did you mean"
                + " \"status\"? Nothing was started. Use one of agent, bytes, duration, forwarded,"
                + " referer, remote, request, status, time, upstream, user, @method, @path, @path:N"
                + " or @query:NAME.");
  }
}
