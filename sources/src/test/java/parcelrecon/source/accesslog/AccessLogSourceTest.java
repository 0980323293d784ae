package parcelrecon.source.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Coverage;
import parcelrecon.model.RecordRef.FileLine;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.SourceSettings.DurationUnit;

/** Access logs as nginx, Apache and Envoy write them. */
class AccessLogSourceTest {

  private static final String LOCAL = "dd/MMM/yyyy:HH:mm:ss Z";

  /** A call that ran into the time-out, one that did not, and what else a log holds. */
  private static final String NGINX =
      """
      10.8.3.21 - - [13/Apr/2022:19:42:39 +0800] "POST /counter/pick-up?parcel=TW0001&store=S017 HTTP/1.1" 504 167 "-" "counter/4.2 (till \\x22 3)" 9.001 9.000
      10.8.3.22 - s017 [13/Apr/2022:19:42:40 +0800] "POST /counter/pick-up?parcel=TW%2D0002&store=S018 HTTP/1.1" 200 52 "-" "counter/4.2" 0.212 0.010, 0.200
      10.8.3.22 - - [13/Apr/2022:19:42:40 +0800] "GET /counter/health HTTP/1.1" 200 2 "-" "probe" 0.000 -
      10.8.3.9 - - [13/Apr/2022:19:42:41 +0800] "\\x16\\x03\\x01\\x02" 400 150 "-" "-" 0.104 -
      10.8.3.9 - - [13/Apr/2022:19:42:41 +0800] "POST /%c0%ae%zz HTTP/1.1" 400 150 "-" "-" 0.104 -
      10.8.3.9 - - [13/Apr/2022:19:42:42 +0800] "" 408 0 "-" "-" 60.001
      """;

  @TempDir Path path;
  private SiteFolder folder;

  private final SomeSource attempts =
      SomeSource.of(SourceName.ATTEMPTS)
          .column("parcel_id", "@query:parcel")
          .column("store_id", "@query:store")
          .column("ended_at", "time")
          .column("outcome", "status")
          .column("duration_millis", "duration")
          .durationUnit(DurationUnit.SECONDS)
          .timeFormat(LOCAL)
          .include("@method", "POST")
          .include("@path:1", "counter")
          .include("@path:2", "pick-up")
          .value("outcome", "200", "OK")
          .value("outcome", "499", "ABORTED")
          .value("outcome", "504", "TIMEOUT")
          .value("outcome", "*", "ERROR");

  @BeforeEach
  void folder() {
    folder = new SiteFolder(path);
  }

  @Test
  void nginxLines_areCallsThatEndAtTheirTime() {
    folder.file("nginx/access.log", NGINX);

    Reading reading = read(attempts, "nginx/access.log", "combined-timed");

    assertThat(reading.sink().rejected()).isEmpty();
    assertThat(reading.sink().filtered()).isEqualTo(4);
    assertThat(reading.sink().accepted())
        .containsExactly(
            new Attempt(
                "TW0001",
                new FileLine(SourceName.ATTEMPTS, "nginx/access.log", 1),
                "S017",
                Instant.parse("2022-04-13T11:42:29.999Z"),
                9001L,
                AttemptOutcome.TIMEOUT,
                null),
            new Attempt(
                "TW-0002",
                new FileLine(SourceName.ATTEMPTS, "nginx/access.log", 2),
                "S018",
                Instant.parse("2022-04-13T11:42:39.788Z"),
                212L,
                AttemptOutcome.OK,
                null));
    assertThat(reading.reasons())
        .containsExactly(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS));
  }

  @Test
  void lines_areTheSame_whenTheyAreZippedOrRotatedOrSplit() {
    folder.file("nginx/access-1.log.gz", SiteFolder.zipped(NGINX));
    folder.file("nginx/access-2.log", NGINX.replace("\n", "\r\n"));

    Reading reading = read(attempts, "nginx/access-*.log*", "combined-timed");

    assertThat(reading.plan().splits()).hasSizeGreaterThan(2);
    assertThat(reading.sink().accepted())
        .extracting(row -> row.parcelId() + " " + row.ref().text())
        .containsExactly(
            "TW0001 attempts:nginx/access-1.log.gz:1",
            "TW-0002 attempts:nginx/access-1.log.gz:2",
            "TW0001 attempts:nginx/access-2.log:1",
            "TW-0002 attempts:nginx/access-2.log:2");
    assertThat(reading.sink().rejected()).isEmpty();
  }

  /** Apache's %t is when the request came, its %D the microseconds it took. */
  @Test
  void apacheLines_areCallsThatBeginAtTheirTime() {
    folder.file(
        "access.log",
        """
        127.0.0.1 - frank z [13/Apr/2022:19:42:30 +0800] "POST /counter/pick-up?parcel=TW0001 HTTP/1.0" 504 - "http://till/\\"a\\"" "Mozilla/4.08 [en] (Win98; I ;Nav)" 9001234
        """);
    SomeSource apache =
        SomeSource.of(SourceName.ATTEMPTS)
            .column("parcel_id", "@query:parcel")
            .column("started_at", "time")
            .column("outcome", "status")
            .column("duration_millis", "duration")
            .durationUnit(DurationUnit.MICROS)
            .timeFormat(LOCAL)
            .value("outcome", "504", "TIMEOUT");

    assertThat(read(apache, "access.log", "combined-timed").sink().record())
        .isEqualTo(
            new Attempt(
                "TW0001",
                new FileLine(SourceName.ATTEMPTS, "access.log", 1),
                null,
                Instant.parse("2022-04-13T11:42:30Z"),
                9001L,
                AttemptOutcome.TIMEOUT,
                null));
  }

  @Test
  void combined_takesTheForwardedAddressOfNginxPackages() {
    folder.file(
        "access.log",
        """
        ::1 - - [13/Apr/2022:19:42:39 +0800] "POST /counter/pick-up?parcel=P1 HTTP/1.1" 499 0 "-" "-" "10.0.0.1, 10.0.0.2"
        ::1 - - [13/Apr/2022:19:42:39 +0800] "POST /counter/pick-up?parcel=P2 HTTP/1.1" 499 0 "-" "-"
        """);
    Reading reading = read(combined(), "access.log", "combined");
    assertThat(reading.sink().accepted())
        .extracting("parcelId", "outcome", "durationMillis")
        .containsExactly(
            tuple("P1", AttemptOutcome.ABORTED, null), tuple("P2", AttemptOutcome.ABORTED, null));
  }

  @Test
  void months_areReadInEnglish_whateverTheMachinesLocale() {
    List<String> months =
        List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    StringBuilder log = new StringBuilder();
    months.forEach(month -> log.append(line("13/" + month + "/2022:19:42:39 +0800")));
    folder.file("access.log", log + line("31/Apr/2022:19:42:39 +0800") + line("13/4月/2022:1:2:3"));
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(Locale.UK, Locale.TAIWAN, Locale.forLanguageTag("ar-EG"))) {
        Locale.setDefault(locale);
        Reading reading = read(combined(), "access.log", "combined");
        assertThat(reading.sink().accepted())
            .extracting(row -> ((Attempt) row).startedAt().toString().substring(5, 7))
            .containsExactly(
                "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
        assertThat(reading.sink().rejected())
            .extracting(Reject::reason)
            .allMatch(
                why -> why.endsWith("is not a time, expected e.g. 13/Apr/2022:19:42:39 +0800"))
            .hasSize(2);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void lines_areRejectedWithoutAParcel_whenTheyDoNotMatch() {
    String own = line("13/Apr/2022:19:42:39 +0800");
    folder.file(
        "access.log", own + "upstream timed out\n\n" + NGINX.lines().findFirst().get() + "\n");

    Reading reading = read(combined(), "access.log", "combined");

    assertThat(reading.sink().accepted()).hasSize(1);
    assertThat(reading.sink().rejected())
        .extracting(Reject::reason, Reject::parcelId, reject -> reject.ref().text())
        .containsExactly(
            tuple("row does not match the pattern combined", null, "attempts:access.log:2"),
            tuple("row does not match the pattern combined", null, "attempts:access.log:4"));
  }

  /** A duration of 9.001 cut to 9.0 would match as well. */
  @Test
  void lastLine_isCut_whenItHasNoEnd() {
    folder.file("access.log", NGINX + NGINX.lines().findFirst().get().replace(" 9.000", ""));

    Reading reading = read(attempts, "access.log", "combined-timed");

    assertThat(reading.sink().accepted()).hasSize(2);
    assertThat(reading.sink().rejected())
        .extracting(Reject::reason, Reject::parcelId)
        .containsExactly(tuple("row breaks off at the end of the file", "TW0001"));
    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "access.log", 7));
  }

  @Test
  void log_isIncomplete_whenItsGzipStreamIsCut() {
    byte[] zipped = SiteFolder.zipped(NGINX.repeat(500));
    folder.file("access.log.gz", Arrays.copyOf(zipped, zipped.length - 30));

    Reading reading = read(attempts, "access.log.gz", "combined-timed");

    assertThat(reading.sink().accepted()).isNotEmpty();
    assertThat(reading.reasons())
        .extracting(Coverage.Reason::code)
        .contains(Coverage.Code.CUT_LAST_ROW);
  }

  @Test
  void ownPattern_namesTheColumns_asForEnvoysDefault() {
    folder.file(
        "envoy.log",
        """
        [2022-04-13T11:42:30.123Z] "POST /counter/pick-up?parcel=TW0001 HTTP/2" 504 UT 154 24 9001 - "10.0.35.28" "counter/4.2" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "gateway" "10.0.2.1:80"
        [2022-04-13T11:42:31.000Z] "POST /counter/pick-up?parcel=TW0002 HTTP/2" 0 DC 154 0 3000 - "10.0.35.28" "counter/4.2" "aa21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "gateway" "-"
        """);
    SomeSource envoy =
        SomeSource.of(SourceName.ATTEMPTS)
            .column("parcel_id", "@query:parcel")
            .column("started_at", "time")
            .column("outcome", "status")
            .column("duration_millis", "duration")
            .column("request_id", "id")
            .value("outcome", "0", "ABORTED")
            .value("outcome", "504", "TIMEOUT");

    Reading reading =
        read(
            envoy,
            "envoy.log",
            "\\[(?<time>[^\\]]+)\\] \"(?<request>[^\"]*)\" (?<status>[0-9]+) (?<flags>\\S+)"
                + " \\S+ \\S+ (?<duration>[0-9]+|-) \\S+ \"[^\"]*\" \"[^\"]*\" \"(?<id>[^\"]*)\" .*");

    assertThat(reading.sink().accepted())
        .containsExactly(
            new Attempt(
                "TW0001",
                new FileLine(SourceName.ATTEMPTS, "envoy.log", 1),
                null,
                Instant.parse("2022-04-13T11:42:30.123Z"),
                9001L,
                AttemptOutcome.TIMEOUT,
                "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2"),
            new Attempt(
                "TW0002",
                new FileLine(SourceName.ATTEMPTS, "envoy.log", 2),
                null,
                Instant.parse("2022-04-13T11:42:31Z"),
                3000L,
                AttemptOutcome.ABORTED,
                "aa21d9b0-cf5c-432b-8c7e-98aeb7988cd2"));
  }

  @Test
  void line_isRejected_whenThePatternWouldNeverEnd() {
    folder.file("access.log", "x".repeat(60) + "\n" + "(".repeat(30_000) + "\n");
    SomeSource own = SomeSource.of(SourceName.ATTEMPTS).column("parcel_id", "id");
    own.column("started_at", "id").column("outcome", "id");

    assertThat(read(own, "access.log", "(?<id>(x+x+)+y\\2|(\\(|b)*)").sink().rejected())
        .extracting(Reject::reason)
        .containsOnly("row takes the pattern too long, expected one without nested repetitions")
        .hasSize(2);
  }

  @Test
  void line_isRejected_whenItIsTooLong() {
    folder.file(
        "access.log",
        line("13/Apr/2022:19:42:39 +0800").replace("\"-\"", "\"" + "x".repeat(70_000) + "\""));
    assertThat(read(combined(), "access.log", "combined").sink().reason())
        .isEqualTo("row is longer than 65536 characters");
  }

  @Test
  void longestLine_isRead_evenOfEscapesOnly() {
    folder.file(
        "access.log",
        line("13/Apr/2022:19:42:39 +0800").replace("\"-\"", "\"" + "\\\\x22".repeat(2_000) + "\""));
    assertThat(read(combined(), "access.log", "combined").sink().accepted()).hasSize(1);
  }

  @Test
  void problems_areToldAtOnce_whenThePatternLacksColumns() {
    SomeSource wrong = SomeSource.of(SourceName.ATTEMPTS).column("parcel_id", "@query:parcel");
    wrong.column("ended_at", "times").column("outcome", "status").exclude("agents", "probe");

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> source(wrong, "x.log", "combined"));
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(thrown.problems())
        .extracting(Problem::what)
        .containsExactly(
            "\"times\" is no column of the pattern, did you mean \"time\"?",
            "\"agents\" is no column of the pattern, did you mean \"agent\"?");

    thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> source(attempts, "x.log", "(?<time>.) (?<status>.) (?<duration>.)"));
    assertThat(thrown.problems())
        .extracting(Problem::what)
        .contains("\"@query:parcel\" is no column of the pattern");
  }

  private static SomeSource combined() {
    return SomeSource.of(SourceName.ATTEMPTS)
        .column("parcel_id", "@query:parcel")
        .column("ended_at", "time")
        .column("outcome", "status")
        .timeFormat(LOCAL)
        .value("outcome", "499", "ABORTED");
  }

  private static String line(String time) {
    return "10.0.0.1 - - [" + time + "] \"POST /x?parcel=P1 HTTP/1.1\" 499 0 \"-\" \"till\"\n";
  }

  private AccessLogSource source(SomeSource some, String files, String pattern) {
    SourceSettings settings = some.in(path).accessLog(files, pattern).settings();
    return new AccessLogSource(settings, (AccessLog) settings.reader());
  }

  private Reading read(SomeSource some, String files, String pattern) {
    return SomeSource.readAll(source(some, files, pattern), 1);
  }
}
