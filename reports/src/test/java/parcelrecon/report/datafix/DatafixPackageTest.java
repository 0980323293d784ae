package parcelrecon.report.datafix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.change.ChangePlanner;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Columns;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.Sha256;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DatafixPackageTest {

  @TempDir Path directory;

  @Test
  void package_holdsScriptsReplaysTasksAndManifest() throws IOException {
    assertThat(incident().files())
        .containsExactly(
            "001-revert-outbound.changes.jsonl",
            "001-revert-outbound.rollback.sql",
            "001-revert-outbound.sql",
            "002-complete-outbound.changes.jsonl",
            "002-complete-outbound.rollback.sql",
            "002-complete-outbound.sql",
            "manifest.json",
            "replay-outbound.jsonl",
            "replay-readme.md",
            "replay-reversal.jsonl",
            "tasks.csv");
  }

  @Test
  void package_holdsNoEmptyScripts_whenNothingIsToBeChanged() throws IOException {
    PackageFolder folder = write(SampleRun.of(List.of()), Optional.of(SampleSettings.DATAFIX));
    assertThat(folder.files()).containsExactly("manifest.json", "tasks.csv");
    assertThat(folder.tasks()).isEmpty();
    assertThat(folder.manifest().get("files").get(0).get("rows").asInt()).isZero();
  }

  @Test
  void manifest_isTrueToEveryFile() throws IOException {
    PackageFolder folder = incident();
    List<String> listed =
        folder.manifest().get("files").values().stream()
            .map(file -> file.get("file").asString())
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            folder.files().stream().filter(file -> !file.equals("manifest.json")).toList());
    for (JsonNode file : folder.manifest().get("files").values()) {
      String text = folder.text(file.get("file").asString());
      assertThat(file.get("sha256").asString()).isEqualTo(Sha256.of(text));
      assertThat(file.get("rows").asLong()).isEqualTo(rows(file.get("file").asString(), text));
    }
  }

  private static long rows(String file, String text) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".sql" -> text.lines().filter(line -> line.startsWith("update parcel_outbound")).count();
      case ".csv" -> text.lines().count() - 1;
      case ".md" -> 0;
      default -> text.lines().count();
    };
  }

  @Test
  void manifest_hashesItself() throws IOException {
    Map<?, ?> manifest =
        JsonMapper.builder().build().readValue(incident().text("manifest.json"), Map.class);
    Object hash = manifest.remove("sha256");
    @SuppressWarnings("unchecked")
    Map<String, ?> rest = (Map<String, ?>) manifest;
    assertThat(hash).isEqualTo(Sha256.of(Json.line(rest)));
  }

  @Test
  void manifest_tellsWhatThePackageWasMadeWith() throws IOException {
    JsonNode made = incident().manifest();
    assertThat(made.get("language").asString()).isEqualTo("en");
    assertThat(made.get("dialect").asString()).isEqualTo("h2");
    assertThat(made.get("form").asString()).isEqualTo("script");
    assertThat(made.get("version").asString()).isNotEmpty();
    assertThat(made.get("configuration").get("datafix").asString())
        .isEqualTo(DatafixPackage.sha256(SampleSettings.datafix(Dialect.H2, "[A-Z0-9-]{6,40}")))
        .isNotEqualTo(
            DatafixPackage.sha256(SampleSettings.datafix(Dialect.MARIADB, "[A-Z0-9-]{6,40}")))
        .isNotEqualTo(DatafixPackage.sha256(SampleSettings.datafix(Dialect.H2, "[A-Z0-9-]{6,41}")));
    assertThat(made.has("approval")).isFalse();
  }

  @Test
  void manifest_tellsNoDialect_whenNothingIsConfigured() throws IOException {
    JsonNode made = write(SampleRun.of(List.of()), Optional.empty()).manifest();
    assertThat(made.get("dialect").isNull()).isTrue();
    assertThat(made.get("configuration").get("datafix").isNull()).isTrue();
  }

  @Test
  void manifest_sumsWhatItsTasksMove_byCurrency() throws IOException {
    assertThat(incident().manifest().get("sums").toString())
        .isEqualTo(
            "{\"JPY\":{\"toCollectMinor\":200,\"toRefundMinor\":0},"
                + "\"TWD\":{\"toCollectMinor\":224900,\"toRefundMinor\":102900}}");
  }

  @Test
  void task_tellsOwnerAmountAndRefs() throws IOException {
    NamedCsvRecord task = incident().task("P-0010");
    assertThat(task.getFields())
        .startsWith("finance", "COLLECT_DIFFERENCE", "P-0010", "", "10000", "TWD", "SHORT_PAID");
    assertThat(task.getField("sentence"))
        .isEqualTo("Collect the difference of NT$100 for parcel P-0010.");
    assertThat(task.getField("refs")).contains("payments:settlement/2022-04-13-19.csv:101");
  }

  @Test
  void task_isOneAGroup_whenAConsumerStandsStill() throws IOException {
    List<NamedCsvRecord> groups =
        incident().tasks().stream()
            .filter(task -> task.getField("suggestion").equals("RESUME_CONSUMER"))
            .toList();
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).getField("parcel_id")).isEmpty();
    assertThat(groups.get(0).getField("group")).isEqualTo("fms-celery-id");
    assertThat(groups.get(0).getField("sentence")).contains("1 parcel waits");
    assertThat(groups.get(0).getField("refs"))
        .isEqualTo("events:parcel-outbound:0:6900 events:parcel-outbound:1:6950");
  }

  @Test
  void task_staysText_whenAnIdLooksLikeAFormula() throws IOException {
    SampleRun run =
        SampleRun.of(
            List.of(
                SampleParcel.parcel("=1+1")
                    .cod(100)
                    .pickedUp("19:50:00", 100)
                    .verdict(Verdict.UNKNOWN)
                    .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
                    .row()));
    PackageFolder folder = write(run, Optional.of(SampleSettings.DATAFIX));
    assertThat(folder.task("'=1+1").getField("amount_minor")).isEqualTo("10000");
  }

  @Test
  void everything_isATask_whenTheSiteHasNoDatafixSection() throws IOException {
    PackageFolder folder = write(SampleRun.incident(), Optional.empty());
    assertThat(folder.files()).containsExactly("manifest.json", "tasks.csv");
    assertThat(folder.tasks())
        .extracting(task -> task.getField("reason"))
        .contains("NO_DATAFIX_SETTINGS", "NO_REPLAY_TOPIC");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void script_isWritten_whateverTheDatabase(Dialect dialect) throws IOException {
    DatafixSettings site = SampleSettings.datafix(dialect, ".*");
    PackageFolder folder = write(SampleRun.incident(), Optional.of(site));
    assertThat(folder.text("001-revert-outbound.sql")).contains("'OUT-P-0006-0'");
  }

  @Test
  void change_isATask_whenAParcelHasTwoPickUps() throws IOException {
    SampleRun run =
        SampleRun.of(
            List.of(
                SampleParcel.parcel("P-1")
                    .pickedUp("19:42:39", 9100)
                    .pickedUp("19:58:00", 310)
                    .verdict(Verdict.ON_SHELF)
                    .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.REVERT_OUTBOUND)
                    .row()));
    PackageFolder folder = write(run, Optional.of(SampleSettings.DATAFIX));
    assertThat(folder.task("P-1").getField("reason")).isEqualTo("SEVERAL_OUTBOUNDS");
  }

  @ParameterizedTest
  @CsvSource({
    "en, -- Puts pick-ups that, -- Takes 001-revert-outbound.sql back",
    "zh-CN, -- 将已记录但实际未发生的取件, -- 回滚 001-revert-outbound.sql",
    "zh-TW, -- 將已記錄但實際未發生的取件, -- 還原 001-revert-outbound.sql"
  })
  void script_explainsItselfInTheLanguage_andDoesTheSameInAll(
      String language, String says, String saysBack) throws IOException {
    PackageFolder folder =
        PackageFolder.write(
            SampleRun.incident(),
            Optional.of(SampleSettings.DATAFIX),
            language,
            directory.resolve(language));
    String rollback = "001-revert-outbound.rollback.sql";
    assertThat(folder.text("001-revert-outbound.sql")).startsWith(says);
    assertThat(folder.text(rollback)).startsWith(saysBack);
    for (String script :
        List.of("001-revert-outbound.sql", rollback, "002-complete-outbound.sql")) {
      assertThat(statements(folder.text(script)))
          .isEqualTo(statements(incident().text(script)))
          .contains("update ");
    }
  }

  private static String statements(String script) {
    return script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
  }

  @Test
  void script_leavesTheDeadlineAlone_whenTheTableHasNone() throws IOException {
    DatafixSettings with = SampleSettings.DATAFIX;
    DatafixSettings without =
        new DatafixSettings(
            with.dialect(),
            with.table(),
            with.key(),
            with.idPattern(),
            new Columns("status", "row_version", Optional.empty()),
            with.states(),
            with.extendDays(),
            with.zone(),
            with.replay(),
            with.database());
    PackageFolder folder = write(SampleRun.incident(), Optional.of(without));
    assertThat(folder.text("001-revert-outbound.sql"))
        .contains("set\n  status = 'AWAITING_PICKUP',\n  row_version = row_version + 1\n")
        .doesNotContain("2022-04");
  }

  @Test
  void package_holdsTickets_whenAskedFor() throws IOException {
    PackageFolder folder =
        PackageFolder.write(
            SampleRun.incident(),
            Optional.of(SampleSettings.DATAFIX),
            "en",
            ScriptForm.TICKET,
            directory);
    assertThat(folder.files())
        .filteredOn(file -> file.startsWith("001"))
        .containsExactly(
            "001-revert-outbound.changes.jsonl",
            "001-revert-outbound.post.sql",
            "001-revert-outbound.pre.sql",
            "001-revert-outbound.rollback.sql",
            "001-revert-outbound.sql");
    assertThat(folder.manifest().get("form").asString()).isEqualTo("ticket");
  }

  @Test
  void deadline_isNeverBroughtForward() {
    ChangePlanner planner =
        new ChangePlanner(
            Optional.of(SampleSettings.DATAFIX), java.time.Instant.parse("2022-04-10T00:00:00Z"));
    ParcelRow parcel =
        SampleParcel.parcel("P-1")
            .pickedUp("19:42:39", 1)
            .verdict(Verdict.ON_SHELF)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.REVERT_OUTBOUND)
            .row();
    assertThat(planner.change(parcel, parcel.datafixes().get(0)).newDeadline())
        .isEqualTo(parcel.evidence().outbounds().get(0).pickupDeadline());
  }

  /** A column without fractions would else hold another time than what was written. */
  @Test
  void deadline_isPutOffToTheSecond() {
    ChangePlanner planner =
        new ChangePlanner(
            Optional.of(SampleSettings.DATAFIX),
            java.time.Instant.parse("2022-04-16T04:00:00.437Z"));
    ParcelRow parcel =
        SampleParcel.parcel("P-1")
            .pickedUp("19:42:39", 1)
            .verdict(Verdict.ON_SHELF)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.REVERT_OUTBOUND)
            .row();
    assertThat(planner.change(parcel, parcel.datafixes().get(0)).newDeadline())
        .isEqualTo("2022-04-23T04:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parcel outbound", "x; drop table y", "\"quoted\"", "", "a.b.c", "1st"})
  void settings_refuseWhatIsNoName(String table) {
    DatafixSettings site = SampleSettings.DATAFIX;
    assertThatThrownBy(
            () ->
                new DatafixSettings(
                    Dialect.H2,
                    table,
                    site.key(),
                    Pattern.compile(".*"),
                    site.columns(),
                    site.states(),
                    7,
                    site.zone(),
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private PackageFolder incident() {
    return write(SampleRun.incident(), Optional.of(SampleSettings.DATAFIX));
  }

  private PackageFolder write(SampleRun run, Optional<DatafixSettings> site) {
    return PackageFolder.write(run, site, directory);
  }
}
