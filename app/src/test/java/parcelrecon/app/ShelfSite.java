package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parcelrecon.app.configuration.SiteFolder;

/**
 * A site whose pick-ups are a table: those of some parcels are to be reverted, since stores said
 * that the parcels are still on the shelf.
 *
 * @param dialect of the datafix section
 * @param deadlineType the column type of the deadline
 */
public record ShelfSite(
    SiteFolder site,
    String dialect,
    String url,
    String user,
    String password,
    String deadlineType) {

  private static final String CONFIGURATION =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          jdbc: { url: "%s", user: %s, password: "%s" }
          query: outbound.sql
          zone: Asia/Taipei
          values: { status: { PICKED_UP: COMPLETED, AWAITING_PICKUP: REVERSED } }
        payments:
          independent: true
          csv: { files: payments.csv }
        attempts:
          csv: { files: attempts.csv }
      datafix:
        dialect: %s
        table: parcel_outbound
        key: outbound_id
        columns: { state: status, version: row_version, deadline: pickup_deadline }
        extend-days: 7
        states: { COMPLETED: PICKED_UP, PENDING: REQUESTED, FAILED: FAILED, REVERSED: AWAITING_PICKUP }
      """;

  private static final String QUERY =
      """
      select parcel_id, 'COD' as payment, 500 as amount_due, outbound_id, status, row_version,
             completed_at, pickup_deadline
        from parcel_outbound
       where completed_at >= :from and completed_at < :to
      """;

  static ShelfSite onH2(Path folder) {
    return new ShelfSite(
        new SiteFolder(folder),
        "h2",
        "jdbc:h2:file:" + folder.resolve("shop"),
        "recon",
        "",
        "timestamp(6) with time zone");
  }

  /** Makes the table with parcels O1 to On, and everything else a run needs. */
  public ShelfSite with(int parcels) {
    configure();
    site.with("outbound.sql", QUERY)
        .with("payments.csv", "parcel_id,payment_id,amount,paid_at\n")
        .with(
            "attempts.csv",
            "parcel_id,started_at,duration_ms,outcome\n"
                + lines(parcels, "P%d,2022-04-13T19:42:00,9000,TIMEOUT\n"))
        .with(
            "answers.csv",
            "parcel_id,answer,answered_at\n" + lines(parcels, "P%d,ON_SHELF,2022-04-14T10:00\n"));
    List<String> statements = new ArrayList<>();
    statements.add(
        "create table parcel_outbound (parcel_id varchar(40), outbound_id char(40), status"
            + " char(20), row_version bigint, completed_at %s, pickup_deadline %s)"
                .formatted(localType(), deadlineType));
    statements.add("create unique index outbound_key on parcel_outbound (outbound_id)");
    IntStream.rangeClosed(1, parcels)
        .forEach(
            i ->
                statements.add(
                    "insert into parcel_outbound values ('P%d', 'O%d', 'PICKED_UP', %d,"
                            .formatted(i, i, i)
                        + " '2022-04-13 19:42:09', "
                        + (i % 5 == 0 ? "null" : "'2022-04-15 23:59:59'")
                        + ")"));
    run(statements.toArray(String[]::new));
    return this;
  }

  /** Writes the configuration as it was at first. */
  void configure() {
    site.with("recon.yaml", CONFIGURATION.formatted(url, user, password, dialect));
  }

  /** As it was at first but for one text. */
  void configure(String seen, String by) {
    configure();
    configureAlso(seen, by);
  }

  void configureAlso(String seen, String by) {
    try {
      String text = Files.readString(site.path("recon.yaml"));
      assertThat(text).contains(seen);
      site.with("recon.yaml", text.replace(seen, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on several rows may have one key. */
  void dropKey() {
    run("drop index outbound_key" + (knowsZones() ? "" : " on parcel_outbound"));
  }

  private String localType() {
    return knowsZones() ? "timestamp" : "datetime";
  }

  private boolean knowsZones() {
    return dialect.equals("h2") || dialect.equals("postgresql");
  }

  private static String lines(int parcels, String line) {
    return IntStream.rangeClosed(1, parcels)
        .mapToObj(i -> line.formatted(i))
        .collect(Collectors.joining());
  }

  /** As the site's own program, whose times are those of Taipei. */
  public void run(String... statements) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      boolean knowsZones = dialect.equals("h2") || dialect.equals("postgresql");
      statement.execute(knowsZones ? "set time zone 'Asia/Taipei'" : "set time_zone = '+08:00'");
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reconciles, takes the stores' answers, and reconciles again: where the package is. */
  public Path reconciled() {
    reconcile();
    assertDone(CommandLineRun.of("answers", "-c", config(), "1", path("answers.csv"), "--apply"));
    reconcile();
    return site.path("out/tryout/run-002/datafix");
  }

  private void reconcile() {
    assertDone(
        CommandLineRun.of(
            "reconcile",
            "-c",
            config(),
            "--incident=tryout",
            "--from=2022-04-13T19:33",
            "--to=2022-04-13T20:22",
            "--as-of=2022-04-16T12:00:00.25",
            "--out=" + path("out")));
  }

  private static void assertDone(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  public String config() {
    return path("recon.yaml");
  }

  public String path(String file) {
    return site.path(file).toString();
  }

  /** {@code datafix -c FILE} and more. */
  CommandLineRun datafix(Object... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "datafix";
    arguments[1] = "-c";
    arguments[2] = config();
    for (int i = 0; i < more.length; i++) {
      arguments[3 + i] = more[i].toString();
    }
    return CommandLineRun.of(arguments);
  }

  @Override
  public String toString() {
    return "ShelfSite" + Arrays.asList(dialect, deadlineType);
  }
}
