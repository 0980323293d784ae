package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SourceSettings.DurationUnit;

/** What a row of a log of calls becomes. */
class AttemptMappingTest {

  private static final RecordRef REF = new RecordRef.FileLine(SourceName.ATTEMPTS, "access.log", 7);
  private static final Instant AT = Instant.parse("2022-04-13T11:42:39Z");

  private final SomeSource attempts = SomeSource.of(SourceName.ATTEMPTS);

  @Test
  void attempt_isMapped_andRejectedWithoutItsStart() {
    Map<String, Object> row = row("outcome", "ABORTED", "duration_millis", 9100, "request_id", "Q");

    assertThat(map(row).record())
        .isEqualTo(new Attempt("P1", REF, null, AT, 9100L, AttemptOutcome.ABORTED, "Q"));
    row.put("started_at", "");
    assertThat(map(row).reason()).isEqualTo("started_at is empty");
  }

  @Test
  void attempt_beganItsDurationEarlier_whenTheTimeIsItsEnd() {
    attempts.column("ended_at", "time").durationUnit(DurationUnit.SECONDS);
    Map<String, Object> row = row("time", AT, "duration_millis", "9.001");

    Attempt attempt = (Attempt) map(row).record();
    assertThat(attempt.startedAt()).isEqualTo(Instant.parse("2022-04-13T11:42:29.999Z"));
    assertThat(attempt.endedAt()).isEqualTo(AT);

    row.put("duration_millis", "-");
    attempt = (Attempt) map(row).record();
    assertThat(attempt.startedAt()).isEqualTo(AT);
    assertThat(attempt.durationMillis()).isNull();

    row.put("time", "");
    assertThat(map(row).reason()).isEqualTo("ended_at is empty");
  }

  @Test
  void startedAt_isNeitherReadNorWanted_whenTheTimeIsTheEnd() {
    attempts.column("ended_at", "time");
    assertThat(new RowMapping(attempts.settings()).siteColumns())
        .containsExactly("parcel_id", "time", "outcome");
    assertThat(new RowMapping(attempts.settings()).readColumns()).doesNotContain("started_at");
  }

  @Test
  void endedAt_isNotRead_whenItIsNotNamed() {
    Map<String, Object> row = row("ended_at", "no time", "started_at", AT);
    assertThat(((Attempt) map(row).record()).startedAt()).isEqualTo(AT);
  }

  @Test
  void problem_isTold_whenBothTimesAreNamed() {
    attempts.column("ended_at", "time").column("started_at", "begin");
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> new RowMapping(attempts.settings()));
    assertThat(thrown.problems())
        .extracting(Problem::where)
        .containsExactly("sources.attempts.ended_at");
  }

  @ParameterizedTest
  @CsvSource({
    "MILLIS, 9100, 9100",
    "MILLIS, 9100.9, 9100",
    "MILLIS, 0, 0",
    "SECONDS, 9.001, 9001",
    "SECONDS, 9, 9000",
    "SECONDS, 0.0009, 0",
    "SECONDS, 0.2999, 299",
    "MICROS, 9001999, 9001",
    "MICROS, 999, 0",
  })
  void duration_isRoundedDown_toWholeMillis(DurationUnit unit, String theirs, long millis) {
    attempts.durationUnit(unit);
    for (Object value : List.of(theirs, new BigDecimal(theirs))) {
      Map<String, Object> row = row("duration_millis", value);
      assertThat(((Attempt) map(row).record()).durationMillis()).isEqualTo(millis);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | duration_millis \"-1\" is not a number of 0 or more, expected e.g. 9.100",
        "9,001 | duration_millis \"9,001\" is the times of several upstreams",
        "slow | duration_millis \"slow\" is not a number of 0 or more",
        "9.001, 0.200 | duration_millis \"9.001, 0.200\" is the times of several upstreams, expected that of the call ($request_time of nginx)",
        "9.001 : - | duration_millis \"9.001 : -\" is the times of several upstreams",
        "2678400.001 | duration_millis \"2678400.001\" is longer than 31 days; is it of another unit?",
        "1e30 | duration_millis \"1e30\" is longer than 31 days",
      })
  void attempt_isRejected_whenItsDurationIsNone(String theirs, String reason) {
    attempts.durationUnit(DurationUnit.SECONDS);
    assertThat(map(row("duration_millis", theirs)).reason()).startsWith(reason);
  }

  @Test
  void outcomeOfSeveralUpstreams_isRejected_unlessTheSiteMapsIt() {
    attempts.value("outcome", "200", "OK").value("outcome", "*", "ERROR");
    assertThat(map(row("outcome", "504, 200")).reason())
        .isEqualTo(
            "outcome \"504, 200\" is what several upstreams said,"
                + " expected what the caller got ($status of nginx)");
    assertThat(map(row("outcome", "502 : 200")).reason()).startsWith("outcome \"502 : 200\" is");

    attempts.value("outcome", "504, 200", "OK");
    assertThat(((Attempt) map(row("outcome", "504, 200")).record()).isOk()).isTrue();
  }

  @Test
  void dash_isAbsent_unlessTheSiteMapsIt() {
    Map<String, Object> row =
        row("store_id", "-", "request_id", "-", "duration_millis", "-", "outcome", "OK");
    assertThat(map(row).record())
        .isEqualTo(new Attempt("P1", REF, null, AT, null, AttemptOutcome.OK, null));
    row.put("outcome", "-");
    assertThat(map(row).reason()).isEqualTo("outcome is empty");
    attempts.value("outcome", "*", "ERROR").value("outcome", "", "ABORTED");
    assertThat(((Attempt) map(row).record()).outcome()).isEqualTo(AttemptOutcome.ABORTED);
    attempts.value("outcome", "-", "TIMEOUT");
    assertThat(((Attempt) map(row).record()).outcome()).isEqualTo(AttemptOutcome.TIMEOUT);
    row.put("parcel_id", "-");
    assertThat(map(row).reason()).isEqualTo("parcel_id is empty");
  }

  @Test
  void call_isAnAttemptOfEachParcel_whenItHasAList() {
    CollectingSink sink = map(row("parcel_id", List.of("P1", 77, "P1")));
    assertThat(sink.accepted()).extracting("parcelId").containsExactly("P1", "77", "P1");
    assertThat(sink.accepted()).extracting("ref").containsOnly(REF);
    assertThat(sink.rejected()).isEmpty();
  }

  @Test
  void onlyTheUnreadableParcel_isRejected_whenACallHasSeveral() {
    CollectingSink sink =
        map(row("parcel_id", Arrays.asList("P1", null, "", " ", Map.of(), "=\"P2\"")));
    assertThat(sink.accepted()).extracting("parcelId").containsExactly("P1", "P2");
    assertThat(sink.rejected())
        .extracting(Reject::reason)
        .containsExactly(
            "parcel_id is empty",
            "parcel_id is empty",
            "parcel_id is blank",
            "parcel_id is neither a text nor a number");
    assertThat(sink.rejected()).extracting(Reject::parcelId).containsOnlyNulls();
  }

  @Test
  void everyParcel_isInDoubt_whenACallOfSeveralCannotBeRead() {
    CollectingSink sink = map(row("parcel_id", List.of("P1", "P2"), "outcome", "?"));
    assertThat(sink.accepted()).isEmpty();
    assertThat(sink.rejected()).extracting(Reject::parcelId).containsExactly("P1", "P2");
    assertThat(sink.rejected()).extracting(Reject::reason).allMatch(why -> why.startsWith("out"));
  }

  @Test
  void call_isOneReject_whenItsListIsEmpty() {
    assertThat(map(row("parcel_id", List.of())).reason()).isEqualTo("parcel_id is empty");
    attempts.parcelSeparator(",");
    assertThat(map(row("parcel_id", ",")).reason()).isEqualTo("parcel_id is empty");
    assertThat(map(row("parcel_id", "")).reason()).isEqualTo("parcel_id is empty");
  }

  @Test
  void text_isSeveralParcels_whenTheSiteNamesASeparator() {
    assertThat(map(row("parcel_id", "P1|P2")).accepted())
        .extracting("parcelId")
        .containsExactly("P1|P2");
    attempts.parcelSeparator("|");
    CollectingSink sink = map(row("parcel_id", "P1| P2 ||P3|"));
    assertThat(sink.accepted()).extracting("parcelId").containsExactly("P1", "P2", "P3");
    assertThat(sink.rejected()).extracting(Reject::reason).containsExactly("parcel_id is empty");
  }

  @Test
  void list_isNoParcel_inOtherSources() {
    CollectingSink sink = new CollectingSink();
    Map<String, Object> row = row("parcel_id", List.of("P1", "P2"));
    new RowMapping(SomeSource.of(SourceName.EVENTS).settings()).map(new MapRow(row), REF, sink);
    assertThat(sink.reason()).isEqualTo("parcel_id is neither a text nor a number");
  }

  @Test
  void undecodedText_isAnotherValueForAFilter_butNoParcel() {
    attempts.include("@path:1", "counter");
    assertThat(map(row("@path:1", new RequestColumns.Undecoded("%zz"))).filtered()).isEqualTo(1);
    assertThat(
            map(row("@path:1", "counter", "parcel_id", new RequestColumns.Undecoded("%C0")))
                .reason())
        .isEqualTo("parcel_id \"%C0\" is not percent-encoded UTF-8");
  }

  private CollectingSink map(Map<String, Object> row) {
    CollectingSink sink = new CollectingSink();
    new RowMapping(attempts.settings()).map(new MapRow(row), REF, sink);
    return sink;
  }

  /** A call of P1, and these columns. */
  private static Map<String, Object> row(Object... columnsAndValues) {
    Map<String, Object> row = new HashMap<>();
    row.put("parcel_id", "P1");
    row.put("started_at", AT);
    row.put("outcome", "OK");
    for (int at = 0; at < columnsAndValues.length; at += 2) {
      row.put((String) columnsAndValues[at], columnsAndValues[at + 1]);
    }
    return row;
  }
}
