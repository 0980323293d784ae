package parcelrecon.report.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

/** Ids from outside are data: they never become statements, comments, formulas or lines. */
class HostileIdsTest {

  private static final String ANYTHING = "(?s).*";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X'; drop table parcel_outbound; --",
        "X'); delete from parcel_outbound where (''='",
        "\\'; drop table parcel_outbound; --",
        "';;''",
        "$1 <table> :seen_state \\ $$",
        "包裹😀",
        "=cmd|' /C calc'!A0"
      })
  void id_staysALiteral_evenWhenTheSitesPatternAllowsIt(String id) throws Exception {
    PackageFolder folder = write(id, ANYTHING);
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "create table parcel_outbound (outbound_id varchar(99) primary key, status varchar(20),"
              + " row_version int, pickup_deadline timestamp with time zone)");
      try (var insert =
          database.prepareStatement(
              "insert into parcel_outbound values (?, 'PICKED_UP', 1, timestamp with time zone"
                  + " '2022-04-19 23:59:59+08:00'), ('bystander', 'PICKED_UP', 1, null)")) {
        insert.setString(1, id);
        insert.execute();
      }
      RunScript.execute(database, new StringReader(folder.text("001-revert-outbound.sql")));
      try (ResultSet rows =
          statement.executeQuery(
              "select outbound_id from parcel_outbound where status = 'AWAITING_PICKUP'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(id);
        assertThat(rows.next()).isFalse();
      }
      RunScript.execute(
          database, new StringReader(folder.text("001-revert-outbound.rollback.sql")));
      try (ResultSet rows =
          statement.executeQuery(
              "select count(*) from parcel_outbound where status = 'PICKED_UP' and"
                  + " row_version = 1")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X'; drop table x; --", "lower-case", "TOO-SHORT-NOT", ""})
  void id_becomesATask_whenOutsideThePattern(String id) throws Exception {
    PackageFolder folder = write(id, "[A-Z]{3,5}");
    assertThat(folder.files()).doesNotContain("001-revert-outbound.sql");
    assertThat(folder.task("P-1").getField("reason")).isEqualTo("ID_OUTSIDE_PATTERN");
    assertThat(folder.task("P-1").getField("owner")).isEqualTo("dba");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\n-- x\nB",
        "A\u0000B",
        "A\u0085B",
        "A\u2028B",
        "A\u202EB",
        "A\uD800B",
        "A\u200BB"
      })
  void id_becomesATask_whenNotAllOfItIsShown(String id) throws Exception {
    PackageFolder folder = write(id, ANYTHING);
    assertThat(folder.task("P-1").getField("reason")).isEqualTo("ID_OUTSIDE_PATTERN");
  }

  @Test
  void comments_holdNoData() throws Exception {
    PackageFolder folder = write("SECRET-ID", ANYTHING);
    assertThat(folder.text("001-revert-outbound.sql").lines())
        .filteredOn(line -> line.startsWith("--"))
        .isNotEmpty()
        .noneMatch(line -> line.contains("SECRET-ID") || line.contains("PICKED_UP"));
  }

  private PackageFolder write(String outboundId, String pattern) {
    SampleRun run = SampleRun.of(List.of(withOutboundId(outboundId)));
    DatafixSettings site = SampleSettings.datafix(Dialect.H2, pattern);
    return PackageFolder.write(run, Optional.of(site), directory);
  }

  private static ParcelRow withOutboundId(String id) {
    ParcelRow row =
        SampleParcel.parcel("P-1")
            .pickedUp("19:42:39", 9100)
            .verdict(Verdict.ON_SHELF)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.REVERT_OUTBOUND)
            .row();
    Outbound seen = row.evidence().outbounds().get(0);
    Outbound renamed =
        new Outbound(
            seen.parcelId(),
            seen.ref(),
            id,
            seen.storeId(),
            seen.orderId(),
            seen.checkoutId(),
            seen.payment(),
            seen.dueMinor(),
            seen.currency(),
            seen.state(),
            seen.requestedAt(),
            seen.completedAt(),
            seen.pickupDeadline(),
            seen.payoutAt(),
            seen.rowVersion());
    ParcelEvidence evidence =
        new ParcelEvidence(
            "P-1", List.of(renamed), List.of(), List.of(), List.of(), List.of(), List.of());
    List<Datafix> datafixes = row.datafixes();
    return new ParcelRow(
        evidence, row.standing(), row.verdict(), row.storeId(), row.mismatches(), datafixes);
  }
}
