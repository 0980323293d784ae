package parcelrecon.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Coverage;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.RecordRef.FileLine;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Format;

class JsonLinesSourceTest {

  private static final Instant STAMP = Instant.parse("2022-04-13T11:42:39Z");

  @TempDir Path folder;

  private final SomeSource attempts =
      SomeSource.of(SourceName.ATTEMPTS)
          .column("parcel_id", "/parcel")
          .column("started_at", "/time")
          .column("duration_millis", "/ms")
          .column("outcome", "/response/status")
          .value("outcome", "200", "OK")
          .value("outcome", "504", "TIMEOUT")
          .value("outcome", "*", "ERROR");

  private final SomeSource events =
      SomeSource.of(SourceName.EVENTS).column("event_id", "@header:id").column("store_id", "@key");

  @Test
  void line_becomesAnAttempt_whenItsFieldsAreNumbers() throws IOException {
    file(
        "\uFEFF{\"parcel\":\"P1\",\"time\":1649850159000,\"ms\":9100,\"response\":{\"status\":504}}\r\n"
            + "\n  \n"
            + "{\"parcel\":77,\"time\":\"2022-04-13T19:42:39\",\"ms\":null,\"response\":{\"status\":200}}");

    Reading reading = read(attempts, Format.PLAIN);

    assertThat(reading.sink().accepted())
        .containsExactly(
            attempt("P1", "rows.jsonl", 1, 9100L, AttemptOutcome.TIMEOUT),
            attempt("77", "rows.jsonl", 4, null, AttemptOutcome.OK));
    assertThat(reading.sink().rejected()).isEmpty();
    assertThat(reading.reasons())
        .containsExactly(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS));
  }

  @Test
  void line_isRejected_whenItIsNoObjectOfTheseFields() throws IOException {
    file(
        "{\"parcel\":\"P1\",\"time\":1} x\n[1]\nno\n{\"parcel\":{\"id\":1},\"time\":1}\n"
            + "{\"parcel\":\"P2\",\"time\":true,\"response\":{\"status\":200}}\n"
            + "{\"parcel\":\"P3\",\"time\":1e99,\"response\":{\"status\":200}}\n"
            + "{\"time\":1}\n");

    Reading reading = read(attempts, Format.PLAIN);

    assertThat(reading.sink().accepted()).isEmpty();
    List<Reject> rejected = reading.sink().rejected();
    assertThat(rejected.get(0).reason()).startsWith("row is not JSON (");
    assertThat(rejected.get(1).reason()).isEqualTo("row is no JSON object, expected {…}");
    assertThat(rejected.get(2).reason()).startsWith("row is not JSON (");
    assertThat(rejected.get(3).reason()).isEqualTo("parcel_id is neither a text nor a number");
    assertThat(rejected.get(4).reason())
        .isEqualTo(
            "started_at \"true\" is not a time,"
                + " expected e.g. 2022-04-13T19:42:39+08:00 or 2022-04-13T19:42:39");
    assertThat(rejected.get(5).reason()).isEqualTo("started_at \"1E+99\" has too many digits");
    assertThat(rejected.get(6).reason()).isEqualTo("parcel_id is empty");
    assertThat(rejected).extracting(Reject::parcelId).containsOnly(null, "P2", "P3");
    assertThat(reading.reasons()).hasSize(1);
  }

  @Test
  void lastLine_isCut_whenItIsHalfAnObject() throws IOException {
    String whole = "{\"parcel\":\"P1\",\"time\":1,\"response\":{\"status\":200}}";
    file(whole + "\n" + whole.substring(0, whole.length() - 1));

    Reading reading = read(attempts, Format.PLAIN);

    assertThat(reading.sink().accepted()).hasSize(1);
    assertThat(reading.sink().rejected())
        .containsExactly(
            new Reject(
                SourceName.ATTEMPTS,
                reading.sink().rejected().get(0).ref(),
                null,
                "row breaks off at the end of the file",
                whole.substring(0, whole.length() - 1)));
    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "rows.jsonl", 2));
  }

  @Test
  void source_isIncomplete_whenAGzipStreamIsCut() throws IOException {
    byte[] all =
        SiteFolder.zipped(
            "{\"parcel\":\"P1\",\"time\":1,\"response\":{\"status\":200}}\n".repeat(5000));
    Files.write(folder.resolve("rows.jsonl"), Arrays.copyOf(all, all.length - 30));

    Reading reading = read(attempts, Format.PLAIN);

    assertThat(reading.plan().splits()).hasSize(1);
    assertThat(reading.sink().accepted()).hasSizeBetween(1, 4999);
    assertThat(reading.reasons()).hasSize(2);
    assertThat(reading.reasons().get(1).code()).isEqualTo(Coverage.Code.CUT_LAST_ROW);
  }

  @Test
  void kcatLine_becomesAnEventOfItsOffset() throws IOException {
    file(
        """
        {"topic":"parcel-outbound","partition":3,"offset":42,"tstype":"create","ts":1649850159000,\
        "broker":1,"headers":["id","E1","none",null],"key":"S1","payload":"{\\"parcel_id\\":\\"P1\\"}"}
        {"topic":"parcel-outbound","partition":3,"offset":43,"tstype":"logappend","ts":1649850159000,\
        "key":null,"payload":{"parcel_id":"P2","amount":12.50,"type":"STOCK_TAKE"}}
        {"topic":"parcel-outbound","partition":3,"offset":44,"tstype":"unknown","ts":-1,\
        "payload":{"parcel_id":"P3"}}
        """);

    Reading reading = read(events, Format.KCAT);

    assertThat(reading.sink().rejected()).isEmpty();
    List<ParcelEvent> read = events(reading);
    assertThat(read.get(0).ref().text()).isEqualTo("events:parcel-outbound:3:42");
    assertThat(read.get(0).timestamp()).isEqualTo(STAMP);
    assertThat(read.get(0).timestampType()).isEqualTo(TimestampType.CREATE_TIME);
    assertThat(read.get(0).type()).isEqualTo("OUTBOUND_COMPLETED");
    assertThat(read.get(0).eventId()).isEqualTo("E1");
    assertThat(read.get(0).storeId()).isEqualTo("S1");
    assertThat(read.get(1).timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
    assertThat(read.get(1).type()).isEqualTo("STOCK_TAKE");
    assertThat(read.get(1).amountMinor()).isEqualTo(1250);
    assertThat(read.get(1).storeId()).isNull();
    assertThat(read.get(2).timestamp()).isNull();
    assertThat(read.get(2).timestampType()).isEqualTo(TimestampType.NONE);
  }

  @Test
  void kcatLine_isRejectedWithItsOffset_whenOnlyItsPayloadIsBroken() throws IOException {
    events.column("parcel_id", "@key");
    file(
        """
        {"topic":"t","partition":0,"offset":1,"key":"P1","payload":"{broken"}
        {"topic":"t","partition":0,"key":"P2","payload":{}}
        {"topic":"t","partition":0,"offset":3,"key":"P3","payload":null}""");

    Reading reading = read(events, Format.KCAT);

    List<Reject> rejected = reading.sink().rejected();
    assertThat(rejected.get(0).ref().text()).isEqualTo("events:t:0:1");
    assertThat(rejected.get(0).parcelId()).isEqualTo("P1");
    assertThat(rejected.get(0).reason()).startsWith("payload is not JSON (");
    assertThat(rejected.get(1).ref().text()).isEqualTo("events:rows.jsonl:2");
    assertThat(rejected.get(1).reason())
        .isEqualTo("row has no topic, partition and offset, expected as of kcat -J");
    assertThat(rejected.get(2).reason()).isEqualTo("payload is no JSON object, expected {…}");
    assertThat(reading.reasons()).as("the last line is whole").hasSize(1);
  }

  @Test
  void consoleLine_becomesAnEvent_whateverIsPrinted() throws IOException {
    file(
        """
        CreateTime:1649850159000\tPartition:0\tOffset:5\tid:E1,x:null\tS1\t{"parcel_id":"P1"}
        LogAppendTime:1649850159000\tNO_HEADERS\tnull\t{"parcel_id":"P2"}
        NO_TIMESTAMP\tPartition:0\tS3\t{"parcel_id":"P3"}
        {"parcel_id":"P4"}
        CreateTime:1649850159000\tPartition:0\tOffset:9\tNO_HEADERS\tS5\tnull
        """);

    Reading reading = read(events, Format.CONSOLE_CONSUMER);

    List<ParcelEvent> read = events(reading);
    assertThat(read).extracting(ParcelEvent::parcelId).containsExactly("P1", "P2", "P3", "P4");
    assertThat(read).extracting(ParcelEvent::storeId).containsExactly("S1", null, "S3", null);
    assertThat(read).extracting(ParcelEvent::eventId).containsExactly("E1", null, null, null);
    assertThat(read).extracting(ParcelEvent::timestamp).containsExactly(STAMP, STAMP, null, null);
    assertThat(read.get(0).ref().text()).isEqualTo("events:rows.jsonl:1");
    assertThat(reading.sink().rejected().get(0).reason())
        .isEqualTo("value is no JSON object, expected {…}");
  }

  @Test
  void problem_isConfiguration_whenAFieldIsNoPointer() {
    events.column("type", "type").column("occurred_at", "@time");

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> read(events, Format.PLAIN));

    assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(thrown.problems()).hasSize(2);
    assertThat(thrown).hasMessageContaining("\"type\" is no field, did you mean \"/type\"?");
  }

  @Test
  void problem_isUnreachable_whenTheFileIsNotThere() {
    assertThatThrownBy(() -> read(events, Format.PLAIN))
        .hasMessageStartingWith("rows.jsonl: file is not there.");
  }

  private static Attempt attempt(
      String parcelId, String file, long line, Long millis, AttemptOutcome outcome) {
    return new Attempt(
        parcelId,
        new FileLine(SourceName.ATTEMPTS, file, line),
        null,
        STAMP,
        millis,
        outcome,
        null);
  }

  private static List<ParcelEvent> events(Reading reading) {
    return reading.sink().accepted().stream().map(ParcelEvent.class::cast).toList();
  }

  private Reading read(SomeSource source, Format format) {
    SourceSettings settings = source.in(folder).jsonLines("rows.jsonl", format).settings();
    return SomeSource.readAll(
        new JsonLinesSource(settings, (SourceSettings.JsonLines) settings.reader()), 1);
  }

  private void file(String text) throws IOException {
    Files.write(folder.resolve("rows.jsonl"), text.getBytes(StandardCharsets.UTF_8));
  }
}
