package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.telling.TellingState;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.schedule.Cron;
import parcelrecon.schedule.RecheckTimes;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.WindowSeries;
import parcelrecon.tell.Above;
import parcelrecon.tell.Form;
import parcelrecon.tell.Notice;
import parcelrecon.tell.RecheckTellings;
import parcelrecon.tell.Target;
import parcelrecon.tell.TellSettings;

/** A console that catches up the incident's days, and tells of them in every form. */
@Timeout(300)
class ToldPagesTest {

  private static final String SECRET = "/services/T1/s3cr3t-of-the-hook";

  /** Of the site's parcels, stores and people. */
  private static final List<String> PERSONAL =
      List.of("P1", "Q1", "S1", "仁愛門市", "Park", "North", "陳", "林", "2700", "300 1234");

  @TempDir Path folder;

  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /** Once a year, the two days around the incident. */
  private record Watched(CalledSite called, TellSettings tell) implements TaipeiSite {

    @Override
    public Path folder() {
      return called.folder();
    }

    @Override
    public Site site(Incident incident) {
      return called.site(incident);
    }

    @Override
    public List<Schedule> schedules() {
      List<String> names = tell.targets().stream().map(Target::name).toList();
      return List.of(
          new Schedule(
              "yearly",
              "Every year",
              new WindowSeries(Cron.parse("0 12 14 4 *").orElseThrow(), TAIPEI, Duration.ofDays(2)),
              Duration.ofDays(1),
              Duration.ofDays(10_000),
              "zh-TW",
              new Notice(names, Above.NOTHING, Optional.empty())));
    }
  }

  @Test
  void rechecks_areSeen_withWhomTheyTold() throws Exception {
    RecheckTimes times =
        new RecheckTimes(
            Cron.parse("0 7 * * *").orElseThrow(), TaipeiSite.TAIPEI, List.of("ops"), "zh-TW");
    CalledSite called = CalledSite.in(folder);
    try (ConsoleUnderTest console =
        new ConsoleUnderTest(folder, new Rechecked(called, Optional.of(times)))) {
      ResultsDatabase database = console.database();
      Instant round = Instant.parse("2022-04-16T23:00:00Z");
      new TellingStore(database, InstantSource.system())
          .keep(
              () -> true,
              () ->
                  new RecheckTellings(List.of("ops"), TaipeiSite.TAIPEI, "en", database)
                      .missed(round, round.plus(Duration.ofDays(1))));
      assertThat(console.signedIn(Role.OPS).get("/schedules").body())
          .contains(">Re-checks<", "07:00", "re-check missed", ">ops<", "2022-04-18 07:00");
    }
  }

  private record Rechecked(CalledSite called, Optional<RecheckTimes> rechecks)
      implements TaipeiSite {

    @Override
    public Path folder() {
      return called.folder();
    }

    @Override
    public Site site(Incident incident) {
      return called.site(incident);
    }
  }

  @Test
  void incident_isToldInEveryForm_withoutPersonalData_andSeenOnThePage() throws Exception {
    HttpServer hook = hook();
    URI url = URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + SECRET);
    TellSettings tell =
        new TellSettings(
            List.of(
                target("plain", url, Form.JSON),
                target("slack", url, Form.SLACK),
                target("lark", url, Form.LARK),
                target("teams", url, Form.TEAMS),
                target("gone", url.resolve("/gone"), Form.JSON)),
            Optional.empty(),
            Optional.of(URI.create("https://recon.example.com")));
    CalledSite called = CalledSite.in(folder);
    knownSince("2022-01-01T00:00:00Z");
    try (ConsoleUnderTest console = new ConsoleUnderTest(folder, new Watched(called, tell))) {
      TellingStore store = new TellingStore(console.database(), InstantSource.system());
      while (bodies.size() < 4
          || store.latest("yearly", 9).stream()
              .anyMatch(each -> each.state() == TellingState.WAITING)) {
        Thread.sleep(100);
      }
      assertThat(bodies)
          .allSatisfy(
              body ->
                  assertThat(body)
                      .contains("Every year：74 件包裹受影響", "https://recon.example.com/runs/1")
                      .doesNotContain(PERSONAL));
      Browser ops = console.signedIn(Role.OPS);
      String page = ops.get("/schedules/yearly").body();
      assertThat(page)
          .contains(
              "parcels affected",
              ">yearly-20220412T1200</a></td>",
              ">teams<",
              ">sent<",
              ">given up<",
              "was refused",
              "(404)")
          .doesNotContain("s3cr3t");
      assertThat(ops.get("/health").body())
          .contains("\"tell\":{\"gone\":\"given up\",\"lark\":\"told\"");
      assertThat(console.browser().get("/health").body()).doesNotContain("lark");
    } finally {
      hook.stop(0);
    }
  }

  private static Target target(String name, URI url, Form form) {
    return new Target(name, new Target.Way.Webhook(url, form));
  }

  private HttpServer hook() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          boolean isGone = exchange.getRequestURI().getPath().equals("/gone");
          if (!isGone) {
            bodies.add(new String(body, StandardCharsets.UTF_8));
          }
          exchange.sendResponseHeaders(isGone ? 404 : 200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void knownSince(String instant) {
    try (ResultsDatabase database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()))) {
      new ScheduleStore(database, InstantSource.fixed(Instant.parse(instant))).keep("yearly");
    }
  }
}
