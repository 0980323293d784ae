package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.SourceRow;
import parcelrecon.results.StoredResults;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.Sql;

/** A payment outside of what a database was read for is found by asking for its parcel. */
class SecondLookTest {

  private static final String COLUMNS = "select parcel_id, payment_id, amount, paid_at from till ";

  @TempDir Path folder;

  @BeforeEach
  void makeTill() throws SQLException {
    try (var connection = DriverManager.getConnection(till());
        var statement = connection.createStatement()) {
      statement.execute(
          "create table till (parcel_id varchar, payment_id varchar primary key,"
              + " amount decimal(12,2), paid_at timestamp with time zone)");
      statement.execute(
          "insert into till values ('P1', 'M1', 1280, '2022-04-13 09:00:00+08'),"
              + " ('P3', 'M3', 7, '2022-04-13 20:00:00+08')");
    }
  }

  @Test
  void absentPayment_isFound_whenItsParcelIsAskedFor() throws IOException {
    Found found = reconcile(Optional.of(COLUMNS + "where parcel_id in (<parcel_ids>)"));
    assertThat(found.mismatches).doesNotContain("P1,UNCOLLECTED").contains("P2,UNCOLLECTED");
    assertThat(found.payments.secondLook()).isEqualTo(new SourceRow.SecondLook(3, 1, 1));
    assertThat(found.payments.counts().accepted()).as("counted apart").isEqualTo(1);
  }

  @Test
  void absentPayment_isMissed_whenTheSourceCannotBeAsked() throws IOException {
    Found found = reconcile(Optional.empty());
    assertThat(found.mismatches).contains("P1,UNCOLLECTED");
    assertThat(found.payments.secondLook()).isEqualTo(SourceRow.SecondLook.NONE);
  }

  private record Found(String mismatches, SourceRow payments) {}

  private Found reconcile(Optional<String> byKey) throws IOException {
    CsvSite csv =
        CsvSite.in(folder)
            .outbounds(
                "P1,COD,1280,O1,,2022-04-13T19:42:30,2022-04-13T19:42:31",
                "P2,COD,500,O2,,2022-04-13T19:50:00,2022-04-13T19:50:01");
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome outcome =
          new ReconcileJob(site(csv.site(), byKey), database, Progress.SILENT)
              .reconcile(csv.request());
      assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(ExitCode.DONE);
      return new Found(
          Files.readString(outcome.outputs().resolve("mismatches.csv")),
          new StoredResults(database, outcome.run())
              .sources().stream()
                  .filter(source -> source.name() == SourceName.PAYMENTS)
                  .findFirst()
                  .orElseThrow());
    }
  }

  private Site site(Site csv, Optional<String> byKey) {
    Map<SourceName, SourceSettings> sources = new EnumMap<>(csv.sources());
    SourceSettings payments = sources.get(SourceName.PAYMENTS);
    Jdbc jdbc =
        new Jdbc(
            till(),
            Optional.empty(),
            Optional.empty(),
            new Sql("till.sql", COLUMNS + "where paid_at >= :from and paid_at < :to"),
            byKey.map(text -> new Sql("till_by_key.sql", text)),
            Optional.empty(),
            Optional.empty(),
            1,
            Duration.ofHours(1),
            Duration.ofDays(7));
    sources.put(
        SourceName.PAYMENTS,
        new SourceSettings(
            payments.name(),
            payments.base(),
            jdbc,
            payments.mapping(),
            payments.zone(),
            payments.zoneIsOwn(),
            true,
            Optional.empty()));
    return new Site(
        sources,
        csv.events(),
        csv.rules(),
        csv.rejects(),
        csv.datafix(),
        csv.work(),
        csv.configuration());
  }

  private String till() {
    return "jdbc:h2:file:" + folder.resolve("till");
  }
}
