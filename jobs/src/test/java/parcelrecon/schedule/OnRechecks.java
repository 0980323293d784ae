package parcelrecon.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.job.RunDesk;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;

/** An incident with one parcel of 500 that nobody has paid, found by a run. */
abstract class OnRechecks {

  @TempDir Path folder;

  Instant now = Instant.parse("2022-04-16T10:00:00Z");
  CsvSite site;
  ResultsDatabase database;
  RunDesk desk;

  @BeforeEach
  void firstRun() throws InterruptedException, SQLException {
    site =
        CsvSite.in(folder)
            .outbounds(
                "P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39",
                "P2,COD,500,O2,C2,2022-04-13T19:43:30,2022-04-13T19:43:31")
            .payments("P2,M2,500,2022-04-13T19:50:10", "Z,M9,1,2022-04-16T01:00:00");
    database = ResultsDatabase.open(site.results());
    desk = new RunDesk(incident -> site.site(), database);
    desk.await(desk.start(site.requestAsOf(now), LongSupplier::getAsLong));
    // A desk goes by the clock of the machine.
    execute("update run set ended_at = as_of");
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  abstract RecheckTimes times();

  final void execute(String change) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(change);
    }
  }

  final void workAt(String time) throws InterruptedException {
    now = Instant.parse(time);
    new DueRechecks(times(), database, desk, () -> now).work();
  }

  /** As run, its base, as-of and state. */
  final List<String> runs() {
    List<String> runs = new ArrayList<>();
    for (CountedRun each : new RunList(database).newest(RunList.END, 100)) {
      RunRow row = each.row();
      runs.add(
          row.run()
              + " of "
              + row.recheckOf().orElse(0)
              + " "
              + row.asOf().toString().substring(0, 13)
              + " "
              + row.state());
    }
    Collections.reverse(runs);
    return runs;
  }

  void breakPayments() throws IOException {
    Files.writeString(folder.resolve("payments.csv"), "parcel_id,payment_id\n");
  }
}
