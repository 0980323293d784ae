package parcelrecon.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import parcelrecon.console.site.KnownIncident;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.RejectLimits;
import parcelrecon.source.SourceSettings.Sql;

/**
 * A site with a table of pick-ups, which can be held back, and a file of payments. Three pick-ups:
 * P1 was shown as failed and is not paid, P2 and P3 are in order.
 */
public record ShopSite(Path folder, ZoneId zone) implements TaipeiSite {

  private static final Semaphore PASS = new Semaphore(0);
  private static final int EVERYBODY = 1_000_000;

  private static final String COLUMNS =
      "select parcel_id, payment, amount_due, outbound_id, status, requested_at, completed_at"
          + " from outbound ";

  /** A new one; whoever reads its pick-ups waits until {@link #open()}. */
  public static ShopSite in(Path folder) {
    PASS.drainPermits();
    ShopSite site = new ShopSite(folder, TAIPEI);
    site.sql(
        "create table picked_up (outbound_id varchar primary key, parcel_id varchar,"
            + " payment varchar, amount_due decimal(12,2), status varchar,"
            + " requested_at timestamp with time zone, completed_at timestamp with time zone)");
    site.sql("create alias gate for 'parcelrecon.console.ShopSite.pass'");
    site.sql("create view outbound as select * from picked_up where gate()");
    site.pickUp("P1", "19:42:30", "19:42:39");
    site.pickUp("P2", "19:50:00", "19:50:00.3");
    site.pickUp("P3", "20:01:00", "20:01:00.4");
    site.write(
        "payments.csv",
        """
        parcel_id,payment_id,amount,paid_at
        P2,M2,500,2022-04-13T19:50:10
        P3,M3,500,2022-04-13T20:01:10
        Z,M9,1,2022-04-15T10:00:00
        """);
    return site;
  }

  /** Lets everybody read. */
  public static void open() {
    PASS.release(EVERYBODY);
  }

  /** Waits until somebody waits to read. */
  public static void awaitReader() throws InterruptedException {
    while (!PASS.hasQueuedThreads()) {
      Thread.sleep(5);
    }
  }

  /** Called by H2 for each row. */
  public static boolean pass() throws InterruptedException {
    PASS.acquire();
    return true;
  }

  private void pickUp(String parcel, String requested, String completed) {
    String time = "timestamp with time zone '2022-04-13 %s+08'";
    sql(
        "insert into picked_up values ('O-%s', '%s', 'COD', 500, 'COMPLETED', %s, %s)"
            .formatted(parcel, parcel, time.formatted(requested), time.formatted(completed)));
  }

  public void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sql(String statement) {
    try (var connection = DriverManager.getConnection(url());
        var it = connection.createStatement()) {
      it.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("shop");
  }

  @Override
  public String name() {
    return "shop.yaml";
  }

  @Override
  public List<KnownIncident> incidents() {
    return List.of(
        new KnownIncident("kafka.yaml", Optional.of(incident()), List.of()),
        new KnownIncident(
            "torn.yaml", Optional.empty(), List.of("torn.yaml:2: is torn. So it is.")));
  }

  /** The incident of the file kafka.yaml. */
  public static Incident incident() {
    Window window =
        new Window(
            Instant.parse("2022-04-13T11:33:00Z"), Instant.parse("2022-04-13T12:22:00Z"), TAIPEI);
    return new Incident(
        "2022-04-13-kafka",
        "Kafka & counters down",
        "TW",
        window,
        Incident.Times.UNKNOWN,
        List.of(
            new Incident.Phase(
                "down",
                "Cluster down",
                Instant.parse("2022-04-13T11:40:00Z"),
                Instant.parse("2022-04-13T11:55:00Z"),
                true,
                false)),
        List.of());
  }

  @Override
  public Site site(Incident incident) {
    return new Site(
        Map.of(
            SourceName.OUTBOUND, source(SourceName.OUTBOUND, table()),
            SourceName.PAYMENTS,
                source(
                    SourceName.PAYMENTS,
                    new Csv("payments.csv", ',', StandardCharsets.UTF_8, true, Optional.empty()))),
        new Site.EventTypes("", Optional.empty(), List.of()),
        new RuleSettings(
            Map.of(RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3)), Tolerance.NONE),
        RejectLimits.STANDARD,
        Optional.empty(),
        folder.resolve("work"),
        new RunRow.Configuration("0".repeat(64), "test", List.of()));
  }

  private Jdbc table() {
    return new Jdbc(
        url(),
        Optional.empty(),
        Optional.empty(),
        new Sql("outbound.sql", COLUMNS + "where requested_at >= :from and requested_at < :to"),
        Optional.of(new Sql("by_key.sql", COLUMNS + "where parcel_id in (<parcel_ids>)")),
        Optional.empty(),
        Optional.empty(),
        1,
        Duration.ofHours(1),
        Duration.ofDays(1));
  }
}
