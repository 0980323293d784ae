package parcelrecon.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.datafix.EventShape;
import parcelrecon.datafix.EventShape.Sendable;
import parcelrecon.datafix.EventShape.Unwritable;
import parcelrecon.datafix.EventShape.Written;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SourceSettings.AmountUnit;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.Negative;
import tools.jackson.databind.json.JsonMapper;

class SiteEventsTest {

  private static final Instant AT = Instant.parse("2022-04-13T11:42:39.120Z");

  private static SomeSource events() {
    return SomeSource.of(SourceName.EVENTS).jsonLines("events.jsonl", Format.PLAIN);
  }

  private static Written write(SomeSource source, String type, String... numbers) {
    ParcelEvent event =
        new ParcelEvent(
            "P-1",
            new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
            type + ":O1",
            type,
            AT,
            null,
            ParcelEvent.TimestampType.NONE,
            "S1",
            48050L);
    Optional<EventShape> shape = SiteEvents.of(source.settings(), Set.of(numbers));
    return shape.orElseThrow().write(event, "TWD");
  }

  private static Written completed(SomeSource source, String... numbers) {
    return write(source, "OUTBOUND_COMPLETED", numbers);
  }

  private static String json(Written written) {
    return JsonMapper.builder().build().writeValueAsString(((Sendable) written).value());
  }

  private static void assertUnwritable(SomeSource source, String column) {
    assertThat(completed(source)).isEqualTo(new Unwritable(column));
  }

  @Test
  void event_hasOurNames_whenTheSiteNamesNone() {
    Written written = completed(events());
    assertThat(json(written))
        .isEqualTo(
            "{\"event_id\":\"OUTBOUND_COMPLETED:O1\",\"type\":\"OUTBOUND_COMPLETED\","
                + "\"parcel_id\":\"P-1\",\"store_id\":\"S1\",\"amount\":\"480.50\","
                + "\"occurred_at\":\"2022-04-13T19:42:39.120+08:00\"}");
    assertThat(((Sendable) written).key()).isEqualTo("P-1");
    assertThat(((Sendable) written).headers()).isEmpty();
  }

  @Test
  void event_standsWhereTheSiteHasIt_inKeyHeadersAndInside() {
    Written written =
        completed(
            events()
                .column("parcel_id", "@key")
                .column("type", "@header:ce_type")
                .value("type", "parcel.picked-up.v1", "OUTBOUND_COMPLETED")
                .value("type", "parcel.picked-back.v1", "OUTBOUND_REVERSED")
                .column("event_id", "/meta/id")
                .column("store_id", "/data/store/a~1b")
                .column("amount", "/data/cod")
                .column("occurred_at", "/meta/at")
                .amounts(
                    new Amounts(
                        AmountUnit.MINOR,
                        '.',
                        Optional.empty(),
                        Optional.empty(),
                        Negative.REJECTED))
                .timeFormat("epoch-millis"),
            "amount");
    assertThat(written).isInstanceOf(Sendable.class);
    assertThat(((Sendable) written).key()).isEqualTo("P-1");
    assertThat(((Sendable) written).headers())
        .containsOnly(java.util.Map.entry("ce_type", "parcel.picked-up.v1"));
    assertThat(json(written))
        .isEqualTo(
            "{\"meta\":{\"id\":\"OUTBOUND_COMPLETED:O1\",\"at\":1649850159120},"
                + "\"data\":{\"store\":{\"a/b\":\"S1\"},\"cod\":48050}}");
  }

  @Test
  void event_leavesOut_whatTheSitesEventsDoNotHave() {
    assertThat(json(completed(events().column("parcel_id", "/id").column("occurred_at", "/at"))))
        .isEqualTo(
            "{\"type\":\"OUTBOUND_COMPLETED\",\"id\":\"P-1\","
                + "\"at\":\"2022-04-13T19:42:39.120+08:00\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso-8601 | \"2022-04-13T19:42:39.120+08:00\"",
        "epoch-seconds | 1649850159",
        "yyyy/MM/dd HH:mm:ss | \"2022/04/13 19:42:39\"",
        "yyyyMMddHHmm | \"202204131942\"",
        "yyyy-MM-dd HH:mm:ss.SSSXXX | \"2022-04-13 19:42:39.120+08:00\""
      })
  void time_isWrittenAsTheSiteDoes(String format, String written) {
    assertThat(json(completed(events().timeFormat(format))))
        .endsWith("\"occurred_at\":" + written + "}");
  }

  @Test
  void time_isWrittenInYearsOfTheRepublic_whereTheSiteCountsThem() {
    assertThat(json(completed(events().minguo("yyy/MM/dd HH:mm:ss"))))
        .endsWith("\"occurred_at\":\"111/04/13 19:42:39\"}");
  }

  @Test
  void event_cannotBeWritten_withHalfOfACharacter() {
    ParcelEvent event =
        new ParcelEvent(
            "P\ud800",
            new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
            null,
            "OUTBOUND_COMPLETED",
            AT,
            null,
            ParcelEvent.TimestampType.NONE,
            null,
            null);
    assertThat(SiteEvents.of(events().settings(), Set.of()).orElseThrow().write(event, "TWD"))
        .isEqualTo(new Unwritable("parcel_id"));
  }

  @Test
  void time_cannotBeWritten_whenTheSiteTellsDaysOnly() {
    assertUnwritable(events().timeFormat("yyyy-MM-dd"), "parcel_id");
  }

  @Test
  void time_cannotBeWritten_whenItHappenedTwice() {
    SomeSource newYork = events().zone("America/New_York").timeFormat("yyyy-MM-dd HH:mm:ss");
    ParcelEvent event =
        new ParcelEvent(
            "P-1",
            new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
            null,
            "OUTBOUND_COMPLETED",
            Instant.parse("2022-11-06T05:30:00Z"),
            null,
            ParcelEvent.TimestampType.NONE,
            null,
            null);
    assertThat(SiteEvents.of(newYork.settings(), Set.of()).orElseThrow().write(event, "TWD"))
        .isInstanceOf(Unwritable.class);
  }

  @Test
  void type_cannotBeWritten_whenSeveralOfTheSiteMeanIt() {
    assertUnwritable(
        events()
            .column("type", "/type")
            .value("type", "DONE", "OUTBOUND_COMPLETED")
            .value("type", "DONE_BY_APP", "OUTBOUND_COMPLETED"),
        "type");
  }

  @Test
  void type_cannotBeWritten_whenAnyOtherOfTheSiteMeansIt() {
    assertUnwritable(
        events().column("type", "/type").value("type", "*", "OUTBOUND_COMPLETED"), "type");
  }

  @Test
  void type_isLeftOut_whenAnAbsentOneMeansIt() {
    SomeSource source = events().column("type", "/type").value("type", "", "OUTBOUND_COMPLETED");
    assertThat(json(completed(source))).doesNotContain("\"type\"");
  }

  @Test
  void type_cannotBeWritten_whenTheSitesEventsAreAllOfOne() {
    SomeSource source = events().constant("type", "OUTBOUND_COMPLETED");
    assertThat(completed(source)).isInstanceOf(Sendable.class);
    assertThat(write(source, "OUTBOUND_REVERSED")).isEqualTo(new Unwritable("type"));
  }

  @Test
  void column_cannotBeWritten_whenItIsJoined_orInAnArray_orSharesItsPlace() {
    assertUnwritable(events().column("store_id", "/area", "/store"), "store_id");
    assertUnwritable(events().column("store_id", "/stores/0"), "/stores/0");
    assertUnwritable(events().column("store_id", "/parcel_id"), "store_id");
    assertUnwritable(events().column("parcel_id", "/p").column("store_id", "/p/store"), "/p/store");
  }

  @Test
  void amount_cannotBeWritten_inAnotherCurrencyThanTheSitesEvents() {
    ParcelEvent event =
        new ParcelEvent(
            "P-1",
            new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
            null,
            "OUTBOUND_COMPLETED",
            AT,
            null,
            ParcelEvent.TimestampType.NONE,
            null,
            1280L);
    assertThat(SiteEvents.of(events().settings(), Set.of()).orElseThrow().write(event, "JPY"))
        .isEqualTo(new Unwritable("amount"));
  }

  @Test
  void number_isWrittenAsOne_onlyWhereItStaysWhatItIs() {
    assertThat(json(completed(events(), "amount"))).contains("\"amount\":480.50,");
    assertThat(completed(events(), "parcel_id")).isEqualTo(new Unwritable("parcel_id"));
  }

  @Test
  void filter_isPassed_whereTheSiteReadsSomeRowsOnly() {
    assertThat(json(completed(events().include("/source", "POS"))))
        .endsWith(",\"source\":\"POS\"}");
    assertUnwritable(events().include("/source", "POS", "APP"), "/source");
    assertUnwritable(events().exclude("/source", ""), "/source");
    assertUnwritable(events().exclude("/type", "OUTBOUND_COMPLETED"), "/type");
  }

  @Test
  void shape_isUnknown_whenEventsAreNotReadAsJson() {
    SomeSource csv = SomeSource.of(SourceName.EVENTS).csv("events.csv");
    assertThat(SiteEvents.of(csv.settings(), Set.of())).isEmpty();
  }
}
