package parcelrecon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parcelrecon.server.PostgresServer;

/** A small site of files, with two configurations that differ in nothing but the results. */
final class SiteOnPostgres {

  private static final int FINE = 10_000;

  /** Pick-ups a week before, of which one is not paid. */
  private static final int QUIET = 2_000;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private int processes;

  SiteOnPostgres(Path folder, String postgresUrl) throws IOException {
    this.folder = folder;
    configuration("postgres", "url: \"" + postgresUrl + "\", user: " + PostgresServer.OWNER);
    configuration("h2", "url: \"jdbc:h2:file:./data/results\"");
    StringBuilder outbound =
        new StringBuilder(
            "parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at\n");
    StringBuilder payments = new StringBuilder("parcel_id,payment_id,amount,paid_at\n");
    for (int i = 0; i < FINE; i++) {
      outbound.append("P" + i + ",COD,500,O" + i + ",S1,2022-04-13T19:42:00,2022-04-13T19:42:01\n");
      payments.append("P" + i + ",M" + i + ",500,2022-04-13T19:42:03\n");
    }
    for (int i = 0; i < QUIET; i++) {
      outbound.append("Q" + i + ",COD,500,Q" + i + ",S1,2022-04-06T19:42:00,2022-04-06T19:42:01\n");
      payments.append(i == 0 ? "" : "Q" + i + ",N" + i + ",500,2022-04-06T19:42:03\n");
    }
    // In an order that bytes, languages and UTF-16 see differently; and rows that cannot be read.
    for (String id : List.of("b", "B", "a-1", "a1", "é", "～", "📦", "Z", "_", "e\u0301")) {
      outbound.append(id + ",COD,500,O" + id + ",門市,2022-04-13T19:42:00,2022-04-13T19:42:09\n");
    }
    outbound.append("broken\0,COD,500,O,S1,2022-04-13T19:42:00,\n");
    payments.append("Z2,M,12x,2022-04-15T19:42:03\nZ,Y,1,2022-04-15T19:42:03\n");
    Files.writeString(folder.resolve("outbound.csv"), outbound);
    Files.writeString(folder.resolve("payments.csv"), payments);
  }

  /** From now on outbounds are read from a table beside the results, which is made here. */
  void outboundsInATable(String url) throws IOException, SQLException {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create schema shop");
      statement.execute(
          "create table shop.outbound as select 'P' || n as parcel_id, 'COD' as payment, 500 as"
              + " amount_due, 'O' || n as outbound_id, timestamptz '2022-04-13T19:42:01+08:00' as"
              + " completed_at from generate_series(0, 9999) as n");
    }
    Files.writeString(
        folder.resolve("outbound.sql"),
        """
        select parcel_id, payment, amount_due, outbound_id, completed_at
        from shop.outbound where completed_at >= :from and completed_at < :to
        """);
    Path file = folder.resolve("postgres.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "outbound: { csv: { files: outbound.csv } }",
                "outbound: { jdbc: { url: \""
                    + url
                    + "\", user: postgres }, query: outbound.sql }"));
  }

  /** While this is open, a process that extracts for a run lives and waits for it. */
  static Connection holdSplits(String url, int run) throws SQLException {
    Connection connection = PostgresServer.connect(url);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1 from planned_split where run = " + run + " for update");
    }
    return connection;
  }

  private void configuration(String name, String results) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        results: { %s }
        work: ./work-%s
        sources:
          outbound: { csv: { files: outbound.csv } }
          payments: { independent: true, csv: { files: payments.csv } }
        """
            .formatted(results, name));
  }

  /** Begins a run of an incident in a process of its own. */
  SiteProcess reconcile(String results, String incident, String... more) throws IOException {
    List<String> options = new ArrayList<>();
    options.addAll(
        List.of(
            "--incident=" + incident,
            "--from=2022-04-13T19:33",
            "--to=2022-04-13T20:22",
            "--as-of=2022-04-16T12:00",
            "--out=" + folder.resolve("out-" + results)));
    options.addAll(List.of(more));
    return command(results, "reconcile", options.toArray(String[]::new));
  }

  /** Of processes that are begun from now on. */
  void environment(Map<String, String> variables) {
    environment.clear();
    environment.putAll(variables);
  }

  SiteProcess command(String results, String name, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "parcelrecon.app.Main"));
    command.addAll(List.of(name, "-c", folder.resolve(results + ".yaml").toString()));
    command.addAll(List.of(more));
    Path said = folder.resolve("said-" + ++processes);
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().putAll(environment);
    return new SiteProcess(process.redirectOutput(said.toFile()).start(), said);
  }

  Path outputs(String results, String incident, int run) {
    return folder.resolve("out-" + results).resolve(incident).resolve("run-00" + run);
  }

  /** A command at work. */
  record SiteProcess(Process process, Path output) implements AutoCloseable {

    String said() throws IOException {
      return Files.readString(output);
    }

    /** Suspends it the moment a stage has ended: from then on it does nothing, and lives. */
    SiteProcess suspendedAfter(String stage) throws IOException, InterruptedException {
      while (said().lines().noneMatch(line -> line.startsWith(stage + " "))) {
        if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("ended before: " + said());
        }
      }
      suspend();
      return this;
    }

    /** From now on it does nothing, and lives. */
    void suspend() throws IOException, InterruptedException {
      signal("STOP");
    }

    /** Goes on with a suspended one. */
    void goOn() throws IOException, InterruptedException {
      signal("CONT");
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    int exitCode() throws IOException, InterruptedException {
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        throw new AssertionError("no end after ten minutes: " + said());
      }
      return process.exitValue();
    }

    private void signal(String name) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
