package parcelrecon.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.RecordRef.FileLine;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.DurationUnit;
import parcelrecon.source.SourceSettings.JsonLines;

/** JSON access logs as nginx and Envoy write them. */
class ProxyLogsTest {

  @TempDir Path folder;

  /** nginx, escape=json: all are texts, the time is that of the end. */
  private final SomeSource nginx =
      SomeSource.of(SourceName.ATTEMPTS)
          .column("parcel_id", "@query:parcel")
          .column("store_id", "/store")
          .column("ended_at", "/msec")
          .column("duration_millis", "/request_time")
          .column("outcome", "/status")
          .column("request_id", "/request_id")
          .timeFormat("epoch-seconds")
          .durationUnit(DurationUnit.SECONDS)
          .include("@method", "POST")
          .include("@path", "/counter/pick-up")
          .value("outcome", "200", "OK")
          .value("outcome", "499", "ABORTED")
          .value("outcome", "504", "TIMEOUT")
          .value("outcome", "*", "ERROR");

  private final SomeSource envoy =
      SomeSource.of(SourceName.ATTEMPTS)
          .column("parcel_id", "@path:3")
          .column("started_at", "/start_time")
          .column("duration_millis", "/duration")
          .column("outcome", "/response_code")
          .column("request_id", "/request_id")
          .include("/method", "POST")
          .include("@path:2", "pick-up")
          .value("outcome", "200", "OK")
          .value("outcome", "0", "ABORTED")
          .value("outcome", "504", "TIMEOUT")
          .value("outcome", "*", "ERROR");

  @Test
  void nginxLines_areCallsWithTextsForNumbers() {
    Reading reading =
        read(
            nginx.jsonLog("rows.jsonl", "/request"),
            """
            {"msec":"1649850159.001","request":"POST /counter/pick-up?parcel=TW0001 HTTP/1.1","status":"504","request_time":"9.001","upstream_status":"504, 504","upstream_response_time":"4.500, 4.501","request_id":"4f5d2c","store":"-"}
            {"msec":"1649850160.212","request":"POST /counter/pick-up?parcel=TW0002&parcel=TW0003 HTTP/1.1","status":"200","request_time":"0.212","upstream_status":"502, 200","request_id":"-","store":""}
            {"msec":"1649850160.300","request":"GET /counter/pick-up?parcel=TW0004 HTTP/1.1","status":"200","request_time":"0.001"}
            {"msec":"1649850160.400","request":"","status":"400","request_time":"0.001"}
            {"msec":"1649850160.500","request":"POST /counter/pick-up HTTP/1.1","status":"499","request_time":"3.000"}
            """);

    assertThat(reading.sink().accepted())
        .containsExactly(
            new Attempt(
                "TW0001",
                ref(1),
                null,
                Instant.parse("2022-04-13T11:42:30Z"),
                9001L,
                AttemptOutcome.TIMEOUT,
                "4f5d2c"),
            ok("TW0002"),
            ok("TW0003"));
    assertThat(reading.sink().filtered()).isEqualTo(2);
    assertThat(reading.sink().rejected())
        .extracting(Reject::reason, reject -> reject.ref().text())
        .containsExactly(Tuple.tuple("parcel_id is empty", "attempts:rows.jsonl:5"));
  }

  private static Attempt ok(String parcelId) {
    return new Attempt(
        parcelId,
        ref(2),
        null,
        Instant.parse("2022-04-13T11:42:40Z"),
        212L,
        AttemptOutcome.OK,
        null);
  }

  @Test
  void envoyLines_areCallsWithNumbersAndNulls() {
    Reading reading =
        read(
            envoy.jsonLog("rows.jsonl", "/path"),
            """
            {"start_time":"2022-04-13T11:42:30.123Z","method":"POST","path":"/counter/pick-up/TW0001","response_code":504,"response_flags":"UT","duration":9001,"request_id":"a1"}
            {"start_time":"2022-04-13T11:42:31.000Z","method":"POST","path":"/counter/pick-up/TW0002?v=2","response_code":0,"response_flags":"DC","duration":3000,"request_id":"a2"}
            {"start_time":"2022-04-13T11:42:32.000Z","method":"POST","path":"/counter/pick-up/TW0003","response_code":503,"response_flags":"URX","duration":null,"request_id":null}
            {"start_time":"2022-04-13T11:42:33.000Z","method":null,"path":null,"response_code":400,"response_flags":"DPE","duration":0}
            """);

    assertThat(reading.sink().rejected()).isEmpty();
    assertThat(reading.sink().filtered()).isEqualTo(1);
    assertThat(reading.sink().accepted())
        .extracting("parcelId", "durationMillis", "outcome", "requestId")
        .containsExactly(
            Tuple.tuple("TW0001", 9001L, AttemptOutcome.TIMEOUT, "a1"),
            Tuple.tuple("TW0002", 3000L, AttemptOutcome.ABORTED, "a2"),
            Tuple.tuple("TW0003", null, AttemptOutcome.ERROR, null));
    assertThat(((Attempt) reading.sink().accepted().get(0)).startedAt())
        .isEqualTo(Instant.parse("2022-04-13T11:42:30.123Z"));
  }

  @Test
  void call_isAnAttemptOfEachParcel_whenTheFieldIsAList() {
    SomeSource gateway =
        SomeSource.of(SourceName.ATTEMPTS)
            .column("parcel_id", "/parcels")
            .column("started_at", "/time")
            .column("outcome", "/outcome")
            .jsonLines("rows.jsonl", SourceSettings.Format.PLAIN);
    Reading reading =
        read(
            gateway,
            """
            {"parcels":["P1","P2",{"id":"P3"},null],"time":"2022-04-13T19:42:30","outcome":"OK"}
            {"parcels":[],"time":"2022-04-13T19:42:30","outcome":"OK"}
            {"parcels":"P4","time":"2022-04-13T19:42:30","outcome":"OK"}
            """);

    assertThat(reading.sink().accepted())
        .extracting(row -> row.parcelId() + " " + row.ref().text())
        .containsExactly(
            "P1 attempts:rows.jsonl:1", "P2 attempts:rows.jsonl:1", "P4 attempts:rows.jsonl:3");
    assertThat(reading.sink().rejected())
        .extracting(Reject::reason)
        .containsExactly(
            "parcel_id is neither a text nor a number", "parcel_id is empty", "parcel_id is empty");
  }

  @Test
  void problem_isTold_whenNoFieldIsTheRequest() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> source(envoy.jsonLines("rows.jsonl", SourceSettings.Format.PLAIN)));
    assertThat(thrown.problems())
        .extracting(Problem::remedy)
        .containsOnly("Add e.g. request: /request to json-lines")
        .hasSize(2);
  }

  private static FileLine ref(long line) {
    return new FileLine(SourceName.ATTEMPTS, "rows.jsonl", line);
  }

  private JsonLinesSource source(SomeSource some) {
    SourceSettings settings = some.in(folder).settings();
    return new JsonLinesSource(settings, (JsonLines) settings.reader());
  }

  private Reading read(SomeSource some, String text) {
    new SiteFolder(folder).file("rows.jsonl", text);
    return SomeSource.readAll(source(some), 1);
  }
}
