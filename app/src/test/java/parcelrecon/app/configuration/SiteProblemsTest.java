package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.problem.ExitCode;

/** Every kind of mistake, told with its line and what to do. */
class SiteProblemsTest {

  private static final String FORM = "(?s)[^ ].*?(:\\d+)?: .+[.?] Nothing was started\\. .+[.]";

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder).with("sql/q.sql", "select 1");
  }

  private List<String> problems(String yaml) {
    List<String> problems = site.problems(yaml);
    assertThat(problems).allSatisfy(problem -> assertThat(problem).matches(FORM));
    return problems;
  }

  /** What is wrong when this stands in line 6 and after, inside sources.outbound. */
  private List<String> inOutbound(String lines) {
    return problems(SiteFolder.SMALLEST + lines.indent(4));
  }

  private List<String> atTop(String lines) {
    return problems(SiteFolder.SMALLEST + lines + "\n");
  }

  @Test
  void problems_areToldAllAtOnce_whenThereAreSeveral() {
    List<String> problems =
        problems(
            """
            zone: Asia/Taipeh
            curency: TWD
            sources:
              outbound:
                csv: { files: outbound.csv }
              payments:
                csv: { files: payments.csv }
                values: { status: { 成功: SUCCEDED } }
            rules: { counter-timeout: 3 sec }
            """);
    assertThat(problems)
        .hasSize(5)
        .anySatisfy(
            text ->
                assertThat(text)
                    .isEqualTo(
                        "recon.yaml:2: unknown key curency, did you mean \"currency\"? Nothing was"
                            + " started. Correct or remove the key."))
        .anySatisfy(text -> assertThat(text).startsWith("recon.yaml:1: zone \"Asia/Taipeh\""))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("recon.yaml:7: sources.payments.independent is missing"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith(
                        "recon.yaml:8: sources.payments.values.status.成功 is \"SUCCEDED\","
                            + " did you mean \"SUCCEEDED\"?"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("recon.yaml:9: rules.counter-timeout \"3 sec\" is not"));
    assertThat(site.exitCode("zone: 1\n")).isEqualTo(ExitCode.CONFIGURATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feilds: 1 | unknown key sources.outbound.feilds, did you mean \"fields\"?",
        "independent: true | unknown key sources.outbound.independent",
        "columns: { parcelid: x } | unknown key sources.outbound.columns.parcelid, did you mean \"parcel_id\"?",
        "constants: { payment: CASH } | sources.outbound.constants.payment is \"CASH\", expected one of COD, PREPAID",
        "constants: { currency: NTD } | sources.outbound.constants.currency is no currency",
        "values: { status: { a: DONE } } | sources.outbound.values.status.a is \"DONE\", expected one of",
        "columns: [a] | sources.outbound.columns is a list, expected keys and values",
        "zone: Mars/Base | sources.outbound.zone \"Mars/Base\" is not a time zone",
        "time-format: yyyy-bb | sources.outbound.time-format is no time format",
        "calendar: minguo | sources.outbound.calendar is no time format (calendar: minguo needs a pattern",
        "time-format: yyyy/MM/dd\\ncalendar: minguo | sources.outbound.time-format is no time format (a year of Minguo is yyy",
        "calendar: roc | sources.outbound.calendar is \"roc\", expected one of",
        "calender: iso | unknown key sources.outbound.calender, did you mean \"calendar\"?",
        "negative-amounts: refund | sources.outbound.negative-amounts is for sources.payments only",
        "amount-unit: cents | sources.outbound.amount-unit is \"cents\"",
        "decimal-separator: ',,' | sources.outbound.decimal-separator \",,\" is not one character",
        "query: sql/q.sql | sources.outbound.query is for jdbc only, the source is read by csv",
        "fields: { parcel_id: /p } | sources.outbound.fields does not fit",
        "jdbc: { url: \"jdbc:h2:mem:a\" } | sources.outbound has several readers: jdbc, csv",
        "kafka: { topics: [a] } | unknown key sources.outbound.kafka",
        "zone: | sources.outbound.zone has no value",
        "zone: [UTC] | sources.outbound.zone is a list, expected a text",
      })
  void outboundKey_isToldWithItsLine_whenWrong(String line, String expected) {
    assertThat(inOutbound(line.replace("\\n", "\n")))
        .anySatisfy(
            text -> assertThat(text).contains(expected).containsPattern("recon.yaml:[4-6]:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access-log: { files: a, pattern: combind } | sources.attempts.access-log.pattern is no known pattern, did you mean \"combined\"?",
        "access-log: { files: a, pattern: '(a' } | sources.attempts.access-log.pattern is no regular expression (Unclosed group",
        "access-log: { files: a, pattern: 'a b' } | sources.attempts.access-log.pattern has no named groups",
        "access-log: { files: a } | sources.attempts.access-log.pattern is missing",
        "access-log: { files: a, pattern: combined, format: plain } | unknown key sources.attempts.access-log.format",
        "json-lines: { files: a, request: path } | sources.attempts.json-lines.request \"path\" is no JSON Pointer",
        "json-lines: { files: a } ;; duration-unit: nanos | sources.attempts.duration-unit is \"nanos\"",
        "json-lines: { files: a } ;; fields: { parcel_id: '@paths:1' } | sources.attempts.fields.parcel_id is not one field",
        "json-lines: { files: a } ;; fields: { endet_at: /t } | unknown key sources.attempts.fields.endet_at, did you mean \"ended_at\"?",
      })
  void attemptsKey_isToldWithItsLine_whenWrong(String lines, String expected) {
    assertThat(
            problems(
                SiteFolder.SMALLEST + "  attempts:\n    " + lines.replace(" ;; ", "\n    ") + "\n"))
        .anySatisfy(text -> assertThat(text).contains(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access-log: { files: a, pattern: combined } | unknown key sources.outbound.access-log",
        "parcel-separator: ',' | unknown key sources.outbound.parcel-separator",
        "duration-unit: seconds | unknown key sources.outbound.duration-unit",
        "columns: { ended_at: x } | unknown key sources.outbound.columns.ended_at",
      })
  void keysOfAttempts_areUnknown_inOtherSources(String line, String expected) {
    assertThat(inOutbound(line)).anySatisfy(text -> assertThat(text).contains(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "langauge: en | unknown key langauge, did you mean \"language\"?",
        "language: fr | language is \"fr\", expected one of en, zh-CN, zh-TW",
        "rules: { tolerance: -1 } | rules.tolerance \"-1\" is not a decimal",
        "rules: { tolerance: { NTD: 1 } } | rules.tolerance.NTD is no currency",
        "rules: { retrywindow: 1m } | unknown key rules.retrywindow, did you mean \"retry-window\"?",
        "rejects: { max: many } | rejects.max \"many\" is not a whole number",
        "rejects: { max-share: 2 } | rejects.max-share is more than 1",
        "results: { url: \"h2:file:x\" } | results.url is no JDBC URL",
        "results: { url: \"jdbc:h2:./x;INIT=RUNSCRIPT FROM 'a'\" } | results.url carries INIT",
        "results: { user: a } | results.url is missing",
        "market: TW\\nmarket: CN | market stands twice, first in line 6",
        "datafix: { dialect: oracle } | datafix.dialect is \"oracle\", expected one of h2",
        "datafix: { dialect: h2 } | datafix.table is missing",
        "datafix: { table: \"a; drop\" } | datafix.table is not a plain name",
        "datafix: { id-pattern: \"[\" } | datafix.id-pattern \"[\" is not a regular expression",
        "datafix: { states: { DONE: x } } | datafix.states.COMPLETED is missing",
        "datafix: { replay-topic: \"a b\" } | datafix.replay-topic is no topic's name",
        "datafix: { replay-numbers: [amout] } | datafix.replay-numbers is \"amout\", did you mean \"amount\"",
        "datafix: { extend-days: 4000 } | datafix.extend-days is more than 365 days",
        "retention: { runs: 12h } | retention.runs is not from 1d to 36500d",
        "retention: { outputs: soon } | retention.outputs \"soon\" is not a duration",
        "retention: { run: 400d } | unknown key retention.run, did you mean \"runs\"?",
        "rechecks: { zone: UTC } | rechecks.cron is missing",
        "rechecks: { cron: daily } | rechecks.cron is no cron expression",
        "rechecks: { cron: '0 7 * * *', tell: [ops] } | rechecks.tell[1] names a target, and the site has none",
        "rechecks: { cron: '0 7 * * *', above: { parcels: 1 } } | unknown key rechecks.above",
        "schedule: [] | unknown key schedule, did you mean \"schedules\"?",
      })
  void topKey_isToldWithItsLine_whenWrong(String line, String expected) {
    assertThat(atTop(line.replace("\\n", "\n")))
        .anySatisfy(
            text -> assertThat(text).contains(expected).containsPattern("recon.yaml:[67]:"));
  }

  @Test
  void jdbcSource_needsItsStatements_whenFilesAreMissing() {
    List<String> problems =
        problems(
            """
            zone: UTC
            currency: TWD
            sources:
              outbound:
                jdbc: { url: "jdbc:h2:mem:a", passwd: x }
                query: sql/nowhere.sql
                by-key: sql/q.sql
                margins: { before: soon, behind: 1h }
                ranges: 65
            """);
    assertThat(problems)
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith(
                        "recon.yaml:6: sources.outbound.query names sql/nowhere.sql, which is not"
                            + " there"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("recon.yaml:7: sources.outbound.by-key has no <parcel_ids>"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "unknown key sources.outbound.jdbc.passwd, did you mean \"password\""))
        .anySatisfy(text -> assertThat(text).contains("margins.before \"soon\" is not a duration"))
        .anySatisfy(text -> assertThat(text).contains("ranges \"65\" is not a number of ranges"))
        .anySatisfy(
            text -> assertThat(text).contains("unknown key sources.outbound.margins.behind"));
  }

  @Test
  void events_areChecked_whenKafkaLacksItsKeys() {
    List<String> problems =
        atTop(
            """
              events:
                kafka: { bootstrap.server: "a:1", group.id: mine, ssl.keystore.password: [x], bytes-per-second: 65535, sasl.jaas.config: "x.Y required password=s3cret;" }
                fields: { parcel_id: parcel }
            """);
    assertThat(problems)
        .anySatisfy(text -> assertThat(text).contains("kafka.bootstrap.servers is missing"))
        .anySatisfy(text -> assertThat(text).contains("kafka.topics is missing"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("kafka.bootstrap.server, did you mean \"bootstrap.servers\"?"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("kafka.group.id is a client property that is not allowed"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("kafka.sasl.jaas.config login module is not supported")
                    .doesNotContain("s3cret"))
        .anySatisfy(text -> assertThat(text).contains("ssl.keystore.password is a list"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("\"65535\" is not a whole number of bytes, at least 65536"))
        .anySatisfy(text -> assertThat(text).contains("events.outbound-type is missing"))
        .anySatisfy(text -> assertThat(text).contains("fields.parcel_id is not one field"));
  }

  @Test
  void workbook_isChecked_whenItsKeysAreWrong() {
    List<String> problems =
        atTop(
            """
              payments:
                independent: true
                xlsx: { file: a.xlsx, sheat: 明細 }
              events:
                outbound-type: a
                xlsx: { files: a.xlsx }
            """);
    assertThat(problems)
        .anySatisfy(text -> assertThat(text).contains("payments.xlsx.files is missing"))
        .anySatisfy(
            text -> assertThat(text).contains("payments.xlsx.file, did you mean \"files\"?"))
        .anySatisfy(text -> assertThat(text).contains("xlsx.sheat, did you mean \"sheet\"?"))
        .anySatisfy(text -> assertThat(text).contains("unknown key sources.events.xlsx"));
  }

  @Test
  void segments_needDirectories_andTellNothingOfGroups() {
    assertThat(
            atTop(
                """
                  events: { outbound-type: A, watched-groups: [g], kafka-segments: { topics: [a] } }
                """))
        .anySatisfy(
            text ->
                assertThat(text).contains("sources.events.kafka-segments.directories is missing"))
        .anySatisfy(
            text -> assertThat(text).contains("unknown key sources.events.kafka-segments.topics"))
        .anySatisfy(
            text ->
                assertThat(text).contains("sources.events.watched-groups needs a live cluster"));
  }

  @Test
  void footer_isChecked_whenItTellsNothing() {
    assertThat(inPaymentsOf("csv: { files: p.csv }\n    negative-amounts: voids"))
        .anySatisfy(text -> assertThat(text).contains("did you mean \"void\"?"));
    assertThat(inPaymentsOf("csv: { files: p.csv, footer: { colum: a, value: b } }"))
        .anySatisfy(text -> assertThat(text).contains("payments.csv.footer.column is missing"))
        .anySatisfy(text -> assertThat(text).contains("footer.colum, did you mean \"column\"?"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "sources.payments.csv.footer has neither count nor sum, expected at least"));
  }

  /** What is wrong with payments of this line. */
  private List<String> inPaymentsOf(String line) {
    return atTop("  payments:\n    independent: true\n    " + line + "\n");
  }

  @Test
  void source_mustSayWhereItIsReadFrom_whenNoReaderIsSet() {
    assertThat(
            atTop(
                """
                  events: { outbound-type: A, watched-groups: [g], kafka-segment: { directories: [a] } }
                """))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "sources.events does not say where it is read from, expected one of jdbc,"
                            + " csv, json-lines, kafka, kafka-segments"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "unknown key sources.events.kafka-segment, did you mean"
                            + " \"kafka-segments\"?"))
        .anySatisfy(
            text ->
                assertThat(text).contains("sources.events.watched-groups needs a live cluster"));
  }

  @Test
  void localTime_isRefused_whenAClockChangeSkipsIt() {
    assertThat(
            atTop(
                """
                  payments:
                    independent: true
                    csv: { files: p.csv }
                    zone: Europe/Berlin
                    complete-through: 2022-03-27T02:30
                """))
        .containsExactly(
            "recon.yaml:10: sources.payments.complete-through: 2022-03-27T02:30 does not exist in"
                + " Europe/Berlin: the clocks went from 02:00 to 03:00. Nothing was started. Write it"
                + " with its offset, e.g. 2022-03-27T02:30+01:00.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zone: [", "- a\n- b", "", "zone: UTC\n  currency: x", "a: &a [*a]"})
  void yaml_isRefusedInOneLine_whenItHasNoKeysAndValues(String yaml) {
    List<String> problems = problems(yaml);
    assertThat(problems).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContain("\n"));
    assertThat(site.exitCode(yaml)).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void file_isUnreachable_whenItIsNotThere() {
    Problems problems = new Problems();
    assertThat(SiteFile.read(folder.resolve("no.yaml"), site.environment(), problems)).isEmpty();
    assertThat(problems.isEmpty()).isFalse();
    org.assertj.core.api.Assertions.assertThatThrownBy(problems::throwIfAny)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.UNREACHABLE)
        .hasMessageEndingWith("no.yaml: file is not there. Nothing was started. Correct the path.");
  }
}
