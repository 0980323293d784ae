package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.server.PostgresServer;

/**
 * Consoles on one PostgreSQL with a schedule of every minute that nobody has worked off for some.
 * Every second a parcel is picked up, and every tenth is paid too much.
 */
final class Team implements AutoCloseable {

  static final Duration BEHIND = Duration.ofMinutes(5);

  /** In a window of a minute. */
  static final long AFFECTED = 6;

  private static final String SCHEDULE = "minutes";
  private static final Duration DATA_BEFORE = Duration.ofMinutes(10);
  private static final Duration DATA_AFTER = Duration.ofMinutes(90);
  private static final Duration STARTING_MAX = Duration.ofMinutes(5);
  private static final Duration GOING_ON_MAX = Duration.ofMinutes(5);
  private static final double NANOS_A_SECOND = 1e9;
  private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
  private static final Pattern ADDRESS = Pattern.compile("Console: (http://\\S+/)");

  private final Path folder;
  private final SiteOnPostgres site;
  private final ResultsSettings settings;
  private final List<SiteProcess> processes = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  final Instant begun = Instant.now();

  Team(Path folder, String url) throws IOException {
    this.folder = folder;
    this.site = new SiteOnPostgres(folder, url);
    this.settings = new ResultsSettings(url, Optional.of(PostgresServer.OWNER), Optional.empty());
    Files.writeString(
        folder.resolve("postgres.yaml"),
        "schedules: [ { name: minutes, cron: \"* * * * *\", window: 1m, settle: 1s } ]\n",
        StandardOpenOption.APPEND);
    rows();
    on(
        database ->
            new ScheduleStore(database, InstantSource.fixed(begun.minus(BEHIND))).keep(SCHEDULE));
  }

  private void rows() throws IOException {
    StringBuilder outbound =
        new StringBuilder("parcel_id,payment,amount_due,outbound_id,store_id,completed_at\n");
    StringBuilder payments = new StringBuilder("parcel_id,payment_id,amount,paid_at\n");
    Instant last = begun.plus(DATA_AFTER);
    for (Instant at = begun.minus(DATA_BEFORE).truncatedTo(ChronoUnit.MINUTES);
        at.isBefore(last);
        at = at.plusSeconds(1)) {
      long second = at.getEpochSecond();
      LocalDateTime time = LocalDateTime.ofInstant(at, ZONE);
      outbound.append("P%d,COD,500,O%d,S1,%s\n".formatted(second, second, time));
      payments.append(
          "P%d,M%d,%d,%s\n".formatted(second, second, second % 10 == 0 ? 600 : 500, time));
    }
    Files.writeString(folder.resolve("outbound.csv"), outbound);
    Files.writeString(folder.resolve("payments.csv"), payments);
  }

  /** A console of these environment variables. */
  SiteProcess serve(Map<String, String> environment) throws IOException {
    site.environment(environment);
    return begun(
        site.command(
            "postgres", "serve", "--port", "0", "--out", folder.resolve("out").toString()));
  }

  SiteProcess serve() throws IOException {
    return serve(Map.of());
  }

  /** By hand, what a schedule does of a window. */
  SiteProcess reconcile(ScheduledWindow window) throws IOException {
    return begun(
        site.command(
            "postgres",
            "reconcile",
            "--incident=" + incident(window),
            "--from=" + local(window.from()),
            "--to=" + local(window.to()),
            "--out=" + folder.resolve("out")));
  }

  static String incident(ScheduledWindow window) {
    return SCHEDULE + "-" + local(window.from()).toString().replaceAll("[-:]", "");
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE);
  }

  private SiteProcess begun(SiteProcess process) {
    processes.add(process);
    return process;
  }

  /** One that has begun a window and not ended its run. */
  static SiteProcess atWork(List<SiteProcess> consoles) throws Exception {
    while (true) {
      for (SiteProcess console : consoles) {
        String said = console.said();
        if (said.lastIndexOf("scheduled window begins") > said.lastIndexOf("run ended")) {
          return console;
        }
        assertThat(console.process().isAlive()).as(said).isTrue();
      }
      Thread.sleep(5);
    }
  }

  /** Waits until each listens; windows may be begun before. */
  static List<SiteProcess> listening(SiteProcess... consoles) throws Exception {
    for (SiteProcess console : consoles) {
      await("its address", STARTING_MAX, () -> ADDRESS.matcher(console.said()).find());
    }
    return List.of(consoles);
  }

  /** Waits until a console that had nothing to do goes on with a run, and prints how long. */
  static void awaitGoingOn(SiteProcess console, String after) throws Exception {
    long since = System.nanoTime();
    await("another console", GOING_ON_MAX, () -> console.said().contains("run goes on"));
    tell("another console goes on with the run after it was " + after, since);
  }

  /** For docs/figures.md. */
  static void tell(String what, long since) {
    System.out.printf(
        Locale.ROOT, "%s: %.0f s%n", what, (System.nanoTime() - since) / NANOS_A_SECOND);
  }

  /** The status of {@code /health}. */
  int health(SiteProcess console) throws IOException, InterruptedException {
    Matcher address = ADDRESS.matcher(console.said());
    assertThat(address.find()).as(console.said()).isTrue();
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address.group(1) + "health")).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  /** All windows in the order of time, once none is left that was due at an instant. */
  List<ScheduledWindow> upTo(Instant due) throws InterruptedException {
    List<ScheduledWindow> windows = windows();
    while (!isUpTo(windows, due)) {
      Thread.sleep(500);
      windows = windows();
    }
    return windows;
  }

  private static boolean isUpTo(List<ScheduledWindow> windows, Instant due) {
    return !windows.isEmpty()
        && last(windows).state() != WindowState.RUNNING
        && last(windows).dueAt().isAfter(due.minusSeconds(60));
  }

  /** All that were begun or given up, in the order of time. */
  List<ScheduledWindow> windows() {
    return on(
        database -> {
          List<ScheduledWindow> windows =
              new ArrayList<>(
                  new ScheduleStore(database, InstantSource.system())
                      .windows(SCHEDULE, Optional.empty(), 1000));
          Collections.reverse(windows);
          return windows;
        });
  }

  static ScheduledWindow last(List<ScheduledWindow> windows) {
    return windows.get(windows.size() - 1);
  }

  /** None is left out, each has found what there is, and no window has two runs. */
  void assertEachOnce(List<ScheduledWindow> windows) {
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
    }
    assertThat(windows)
        .as(this::said)
        .extracting(ScheduledWindow::state)
        .containsOnly(WindowState.JUDGED);
    assertThat(windows)
        .extracting(window -> window.affected().orElseThrow())
        .containsOnly(AFFECTED);
    assertThat(windows)
        .allSatisfy(
            window -> assertThat(window.begunAt()).isAfterOrEqualTo(window.to().plusSeconds(1)));
    assertThat(runs())
        .extracting(run -> run.incident().window().from())
        .doesNotHaveDuplicates()
        .containsAll(windows.stream().map(ScheduledWindow::from).toList());
  }

  private String said() {
    StringBuilder all = new StringBuilder();
    for (SiteProcess process : processes) {
      all.append("A process said:\n");
      try {
        all.append(process.said());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  static boolean isLeaseLost(String line) {
    return line.contains("the connection that holds run");
  }

  /** Of the run of a window, each with when it was written. */
  Map<Path, FileTime> outputs(ScheduledWindow window) throws IOException {
    Map<Path, FileTime> written = new TreeMap<>();
    for (Path file : files(window)) {
      written.put(file, Files.getLastModifiedTime(file));
    }
    return written;
  }

  private List<Path> files(ScheduledWindow window) throws IOException {
    try (Stream<Path> all = Files.walk(outputsOf(window))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  Path outputsOf(ScheduledWindow window) {
    return folder
        .resolve("out")
        .resolve(incident(window))
        .resolve("run-%03d".formatted(window.run().orElseThrow()));
  }

  ScheduledWindow window(Instant to) {
    return windows().stream().filter(each -> each.to().equals(to)).findFirst().orElseThrow();
  }

  List<RunRow> runsOf(ScheduledWindow window) {
    return runs().stream().filter(run -> run.incident().window().to().equals(window.to())).toList();
  }

  /** The newest first. */
  List<RunRow> runs() {
    return on(
        database ->
            new RunList(database)
                .newest(RunList.END, 1_000).stream().map(CountedRun::row).toList());
  }

  /** Work on the results, as another process of the site does it. */
  interface Work<T> {
    T on(ResultsDatabase database);
  }

  <T> T on(Work<T> work) {
    try (ResultsDatabase database = ResultsDatabase.open(settings)) {
      return work.on(database);
    }
  }

  /** Waits for what comes by itself. */
  static void await(String what, Duration max, Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + max.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited %s for %s", max, what).isLessThan(until);
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    processes.forEach(SiteProcess::close);
  }
}
