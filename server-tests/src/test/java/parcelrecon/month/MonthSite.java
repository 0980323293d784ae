package parcelrecon.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.app.configuration.SiteFile;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.RestartablePostgres;

/** The parts of the site, each on a server of its own, and its configuration. */
final class MonthSite implements AutoCloseable {

  private static final List<String> STATEMENTS =
      List.of(
          "outbound.sql",
          "outbound_by_key.sql",
          "payments.sql",
          "payments_by_key.sql",
          "heartbeat.sql");

  private final Path folder;
  private final RestartablePostgres results;
  private final CounterDatabase counters;
  private final TillReplica tills;
  private final PickUpTopic topic;
  private final Bell bell = new Bell();

  MonthSite(Path folder, Instant beginning) throws IOException, SQLException {
    this.folder = folder;
    results = new RestartablePostgres(folder.resolve("results-server"));
    counters = new CounterDatabase(folder.resolve("counter-server"));
    tills = new TillReplica(beginning);
    topic = new PickUpTopic(folder.resolve("broker"));
    writeConfiguration();
  }

  private void writeConfiguration() throws IOException {
    Files.createDirectories(folder.resolve("sql"));
    for (String file : STATEMENTS) {
      Files.writeString(folder.resolve("sql").resolve(file), Resource.text(file));
    }
    Files.writeString(
        folder.resolve("recon.yaml"),
        Resource.text("recon.yaml")
            .replace("RESULTS", results.url())
            .replace("OUTBOUND", counters.url())
            .replace("PAYMENTS", tills.url())
            .replace("OWNER", MariaDbServer.OWNER)
            .replace("BROKER", topic.bootstrapServers())
            .replace("BELL", bell.url()));
  }

  SiteConfiguration configuration() {
    Problems problems = new Problems();
    var read = SiteFile.read(folder.resolve("recon.yaml"), name -> Optional.empty(), problems);
    problems.throwIfAny();
    return read.orElseThrow();
  }

  Path out() {
    return folder.resolve("out");
  }

  RestartablePostgres results() {
    return results;
  }

  CounterDatabase counters() {
    return counters;
  }

  TillReplica tills() {
    return tills;
  }

  PickUpTopic topic() {
    return topic;
  }

  Bell bell() {
    return bell;
  }

  void add(PickUp pickUp) {
    counters.add(pickUp);
    tills.add(pickUp);
    topic.add(pickUp);
  }

  /** Writes what has happened by then, wherever it can be written. */
  void write(Instant through) throws SQLException, InterruptedException, ExecutionException {
    counters.write(through);
    tills.write(through);
    topic.write(through);
  }

  @Override
  public void close() {
    bell.close();
    topic.close();
    counters.close();
    results.close();
  }
}
