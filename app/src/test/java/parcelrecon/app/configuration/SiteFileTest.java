package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.SourceName;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.results.RunRow.Setting;
import parcelrecon.rule.RuleSetting;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.SourceSettings.AmountUnit;
import parcelrecon.source.SourceSettings.Calendar;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.DurationUnit;
import parcelrecon.source.SourceSettings.Footer;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.JsonLines;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Negative;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.source.SourceSettings.Xlsx;

/** The configuration of docs/reference.md, key by key. */
class SiteFileTest {

  private static final String WHOLE =
      """
      market: TW
      zone: Asia/Taipei
      currency: TWD
      results: { url: "jdbc:h2:file:./data/results" }
      sources:
        outbound:
          jdbc: { url: "jdbc:mariadb://127.0.0.1/network", user: recon_ro, password: "${OUTBOUND_PASSWORD}" }
          query: sql/outbound.sql
          by-key: sql/outbound_by_key.sql
          day-total: sql/outbound_day_total.sql
          heartbeat: sql/heartbeat.sql
          ranges: 4
          margins: { before: 2h }
        payments:
          independent: true
          csv: { files: "settlement/*.csv*", delimiter: ";", charset: Big5, header: true }
          columns: { payment_id: [批次, 流水號], parcel_id: 物流單號, amount: 金額, paid_at: 付款時間, status: 狀態 }
          constants: { kind: CAPTURE, currency: TWD }
          values: { status: { 成功: SUCCEEDED, 失敗: FAILED, 作廢: VOIDED } }
          include: { 類型: [代收貨款] }
          amount-unit: minor
          time-format: "yyyy/MM/dd HH:mm:ss"
          complete-through: 2022-04-14T06:00
          zone: Asia/Tokyo
        events:
          kafka: { bootstrap.servers: "127.0.0.1:9092", topics: [parcel-outbound], bytes-per-second: 2000000 }
          fields: { parcel_id: "/parcel_id", event_id: "@key", type: "@header:type" }
          outbound-type: OUTBOUND_COMPLETED
          reversal-type: OUTBOUND_REVERSED
          still-here-types: [STOCK_TAKE, RETURN_DEPARTED]
          watched-groups: [fms-celery-id]
        attempts:
          json-lines: { files: "gateway/*.jsonl.gz", format: plain }
          fields: { parcel_id: "/parcel", started_at: "/time", outcome: "/status" }
          values: { outcome: { "200": OK, "499": ABORTED, "504": TIMEOUT, "*": ERROR } }
        stores: { csv: { files: stores.csv } }
      rules: { counter-timeout: 3s, tolerance: { TWD: 1 }, clock-skew: 500ms }
      rejects: { max: 7, max-share: 0.01 }
      datafix:
        { dialect: mariadb, table: parcel_outbound, key: outbound_id, id-pattern: "[A-Z0-9-]{6,40}", extend-days: 9,
          columns: { state: status, version: row_version, deadline: pickup_deadline },
          states: { COMPLETED: PICKED_UP, PENDING: REQUESTED, FAILED: FAILED, REVERSED: AWAITING_PICKUP },
          replay-topic: parcel-outbound, replay-numbers: [amount] }
      work: ./spill
      language: zh-TW
      """;

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void files() {
    site =
        new SiteFolder(folder)
            .with("sql/outbound.sql", "select 1")
            .with("sql/outbound_by_key.sql", "select 1 where parcel_id in (<parcel_ids>)")
            .with("sql/outbound_day_total.sql", "select 2")
            .with("sql/heartbeat.sql", "select 3")
            .env("OUTBOUND_PASSWORD", "tiger-striped");
  }

  private SourceSettings source(SourceName name) {
    return site.read(WHOLE).sources().settings().get(name);
  }

  @Test
  void site_hasItsOwnValues_whenAllKeysAreSet() {
    SiteConfiguration whole = site.read(WHOLE);
    assertThat(whole.market()).isEqualTo("TW");
    assertThat(whole.zone()).isEqualTo(ZoneId.of("Asia/Taipei"));
    assertThat(whole.language()).isEqualTo("zh-TW");
    assertThat(whole.work()).isEqualTo(folder.resolve("spill").normalize());
    assertThat(whole.rejects().rowsMax()).isEqualTo(7);
    assertThat(whole.rejects().shareMax()).isEqualByComparingTo("0.01");
    assertThat(whole.rules().of(RuleSetting.CLOCK_SKEW)).isEqualTo(Duration.ofMillis(500));
    assertThat(whole.rules().isSet(RuleSetting.STUCK_AFTER)).isFalse();
    assertThat(whole.rules().tolerance().minor("TWD")).isEqualTo(100);
    assertThat(whole.sources().events().stillHere())
        .containsExactly("STOCK_TAKE", "RETURN_DEPARTED");
    assertThat(whole.sources().events().reversal()).contains("OUTBOUND_REVERSED");
  }

  @Test
  void outbound_isReadFromItsDatabase_whenJdbcIsSet() {
    SourceSettings outbound = source(SourceName.OUTBOUND);
    assertThat(outbound.zoneIsOwn()).isFalse();
    assertThat(outbound.reader())
        .isEqualTo(
            new Jdbc(
                "jdbc:mariadb://127.0.0.1/network",
                Optional.of("recon_ro"),
                Optional.of("tiger-striped"),
                new SourceSettings.Sql("sql/outbound.sql", "select 1"),
                Optional.of(
                    new SourceSettings.Sql(
                        "sql/outbound_by_key.sql", "select 1 where parcel_id in (<parcel_ids>)")),
                Optional.of(new SourceSettings.Sql("sql/outbound_day_total.sql", "select 2")),
                Optional.of(new SourceSettings.Sql("sql/heartbeat.sql", "select 3")),
                4,
                Duration.ofHours(2),
                Duration.ofDays(7)));
  }

  @Test
  void payments_haveMappingAndOwnZone_whenTheSiteSaysSo() {
    SourceSettings payments = source(SourceName.PAYMENTS);
    assertThat(payments.independent()).isTrue();
    assertThat(payments.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(payments.completeThrough()).contains(Instant.parse("2022-04-13T21:00:00Z"));
    assertThat(((Csv) payments.reader()).delimiter()).isEqualTo(';');
    assertThat(((Csv) payments.reader()).charset().name()).isEqualTo("Big5");
    Mapping mapping = payments.mapping();
    assertThat(mapping.columns()).containsEntry("payment_id", List.of("批次", "流水號"));
    assertThat(mapping.constants()).isEqualTo(Map.of("kind", "CAPTURE", "currency", "TWD"));
    assertThat(mapping.values().get("status")).containsEntry("作廢", "VOIDED");
    assertThat(mapping.include()).isEqualTo(Map.of("類型", Set.of("代收貨款")));
    assertThat(mapping.amounts().unit()).isEqualTo(AmountUnit.MINOR);
    assertThat(mapping.times().format()).isEqualTo("yyyy/MM/dd HH:mm:ss");
  }

  @Test
  void events_areReadFromTheTopic_whenKafkaIsSet() {
    SourceSettings events = source(SourceName.EVENTS);
    assertThat(events.reader())
        .isEqualTo(
            new Kafka(
                Map.of("bootstrap.servers", "127.0.0.1:9092"),
                List.of("parcel-outbound"),
                List.of("fms-celery-id"),
                OptionalLong.of(2_000_000)));
    assertThat(events.mapping().eventType()).isEqualTo("OUTBOUND_COMPLETED");
    assertThat(events.mapping().columns()).containsEntry("type", List.of("@header:type"));
  }

  @Test
  void attempts_translateStatusCodes_whenValuesAreMapped() {
    SourceSettings attempts = source(SourceName.ATTEMPTS);
    assertThat(attempts.reader())
        .isEqualTo(new JsonLines("gateway/*.jsonl.gz", Format.PLAIN, Optional.empty()));
    assertThat(attempts.mapping().values().get("outcome"))
        .isEqualTo(Map.of("200", "OK", "499", "ABORTED", "504", "TIMEOUT", "*", "ERROR"));
  }

  @Test
  void accessLog_hasThePatternsTimes_unlessTheSiteNamesOthers() {
    String log =
        SiteFolder.SMALLEST
            + """
              attempts:
                access-log: { files: "nginx/access.log*", pattern: combined }
                columns: { parcel_id: "@query:parcel", ended_at: time, outcome: status }
                parcel-separator: ","
                duration-unit: micros
            """
                .indent(0);
    SourceSettings attempts = site.read(log).sources().settings().get(SourceName.ATTEMPTS);
    assertThat(attempts.reader()).isEqualTo(new AccessLog("nginx/access.log*", "combined"));
    assertThat(attempts.mapping().times().format()).isEqualTo("dd/MMM/yyyy:HH:mm:ss Z");
    assertThat(attempts.mapping().columns()).containsEntry("ended_at", List.of("time"));
    assertThat(attempts.mapping().calls())
        .isEqualTo(new Calls(Optional.of(","), DurationUnit.MICROS));
    assertThat(
            site.read(log + "    time-format: epoch-seconds\n")
                .sources()
                .settings()
                .get(SourceName.ATTEMPTS)
                .mapping()
                .times()
                .format())
        .isEqualTo("epoch-seconds");
  }

  @Test
  void jsonLog_namesTheFieldWithTheRequest_whenColumnsAreTakenOutOfIt() {
    SourceSettings attempts =
        site.read(
                SiteFolder.SMALLEST
                    + """
                      attempts:
                        json-lines: { files: "envoy.jsonl", request: /path }
                        fields: { parcel_id: "@path:3", started_at: /start_time, outcome: /response_code }
                    """)
            .sources()
            .settings()
            .get(SourceName.ATTEMPTS);
    assertThat(attempts.reader())
        .isEqualTo(new JsonLines("envoy.jsonl", Format.PLAIN, Optional.of("/path")));
    assertThat(attempts.mapping().columns()).containsEntry("parcel_id", List.of("@path:3"));
    assertThat(attempts.mapping().calls()).isEqualTo(Calls.STANDARD);
  }

  @Test
  void datafix_namesTheSitesTable_whenConfigured() {
    var datafix = site.read(WHOLE).datafix().orElseThrow();
    assertThat(datafix.dialect()).isEqualTo(Dialect.MARIADB);
    assertThat(datafix.states()).containsEntry(OutboundState.REVERSED, "AWAITING_PICKUP");
    assertThat(datafix.extendDays()).isEqualTo(9);
    assertThat(datafix.columns().deadline()).contains("pickup_deadline");
    assertThat(datafix.replay())
        .contains(new DatafixSettings.Replay("parcel-outbound", List.of("amount")));
    assertThat(datafix.idPattern().pattern()).isEqualTo("[A-Z0-9-]{6,40}");
  }

  @Test
  void datafix_isForTheDatabaseOfTheOutbounds_unlessItIsNamed() {
    assertThat(site.read(WHOLE).datafix().orElseThrow().database()).contains("network");
    String named = WHOLE.replace("dialect: mariadb,", "dialect: mariadb, database: shop_main,");
    assertThat(site.read(named).datafix().orElseThrow().database()).contains("shop_main");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mariadb://db1:3306/shop?useSsl=true, shop",
    "jdbc:postgresql://db1/shop, shop",
    "jdbc:postgresql://db1/,",
    "jdbc:h2:file:/data/network;IFEXISTS=TRUE, network",
    "jdbc:h2:mem:network, network",
    "jdbc:h2:mem:,"
  })
  void database_isTheLastPartOfItsUrl(String url, String name) {
    assertThat(JdbcUrl.database(url)).isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void workbooks_areReadAsConfigured() {
    SourceSettings settings =
        site.read(
                SiteFolder.SMALLEST
                    + """
                        payments:
                          independent: true
                          xlsx: { files: "settlement/*.xlsx", sheet: 明細, footer: { column: 批次, value: 合計, sum: 金額 } }
                          columns: { amount: 金額 }
                          negative-amounts: refund
                          time-format: yyy/MM/dd
                          calendar: minguo
                      """)
            .sources()
            .settings()
            .get(SourceName.PAYMENTS);
    assertThat(settings.reader())
        .isEqualTo(
            new Xlsx(
                "settlement/*.xlsx",
                Optional.of("明細"),
                Optional.of(new Footer("批次", "合計", Optional.empty(), Optional.of("金額")))));
    assertThat(settings.mapping().columns()).containsEntry("amount", List.of("金額"));
    assertThat(settings.mapping().amounts().negative()).isEqualTo(Negative.REFUND);
    assertThat(settings.mapping().times()).isEqualTo(new Times("yyy/MM/dd", Calendar.MINGUO));
  }

  @Test
  void standards_hold_whenOnlyTheLeastIsSet() {
    SiteConfiguration least = site.read(SiteFolder.SMALLEST);
    assertThat(least.results().url()).isEqualTo("jdbc:h2:file:" + folder + "/data/results");
    assertThat(least.work()).isEqualTo(folder.resolve("work"));
    assertThat(least.language()).isEqualTo("en");
    assertThat(least.market()).isEmpty();
    SourceSettings outbound = least.sources().settings().get(SourceName.OUTBOUND);
    assertThat(outbound.reader())
        .isEqualTo(new Csv("outbound.csv", ',', StandardCharsets.UTF_8, true, Optional.empty()));
    assertThat(outbound.mapping().times()).isEqualTo(Times.STANDARD);
    assertThat(outbound.mapping().currency()).isEqualTo("TWD");
    assertThat(outbound.base()).isEqualTo(folder);
  }

  @Test
  void settings_sayWhatIsStandard_whenSomeAreSet() {
    assertThat(site.read(WHOLE).settings())
        .contains(
            new Setting("rules.counter-timeout", "3s", false),
            new Setting("rules.retry-window", "15m", true),
            new Setting("rules.clock-skew", "500ms", false),
            new Setting("rules.payment-grace", "1h", true),
            new Setting("rules.tolerance", "TWD 1", false),
            new Setting("rejects.max", "7", false),
            new Setting("datafix.extend-days", "9", false),
            new Setting("sources.outbound.margins.before", "2h", false),
            new Setting("sources.outbound.margins.after", "7d", true),
            new Setting("sources.payments.zone", "Asia/Tokyo", false),
            new Setting("sources.payments.independent", "true", false),
            new Setting("sources.payments.complete-through", "2022-04-13T21:00:00Z", false));
    assertThat(site.read(SiteFolder.SMALLEST).settings())
        .contains(
            new Setting("rules.tolerance", "0", true),
            new Setting("rejects.max-share", "0.001", true),
            new Setting("datafix.extend-days", "7", true));
  }
}
