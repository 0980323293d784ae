package parcelrecon.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.SourceName;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Reader;
import parcelrecon.source.SourceSettings.RejectLimits;
import parcelrecon.source.SourceSettings.Sql;
import parcelrecon.source.SourceSettings.Times;

/** A site whose pick-ups are a table that can be changed between runs; money and events are CSV. */
final class TableSite {

  private static final String COLUMNS =
      "select parcel_id, payment, amount_due, outbound_id, status, requested_at, completed_at,"
          + " row_version, pickup_deadline from outbound ";

  private final CsvSite csv;
  private final boolean byKey;

  private TableSite(Path folder, boolean byKey) {
    this.csv = CsvSite.in(folder);
    this.byKey = byKey;
  }

  static TableSite in(Path folder) {
    TableSite site = new TableSite(folder, true);
    site.sql(
        "create table outbound (outbound_id varchar primary key, parcel_id varchar, payment varchar,"
            + " amount_due decimal(12,2), status varchar, requested_at timestamp with time zone,"
            + " completed_at timestamp with time zone, pickup_deadline timestamp with time zone,"
            + " row_version int)");
    site.write("payments.csv", "parcel_id,payment_id,amount,paid_at\n");
    site.write("events.csv", "parcel_id,event_id,type,occurred_at\n");
    return site;
  }

  /** A parcel of each fate, named after it. */
  static TableSite ofAnEvening(Path folder) {
    return in(folder)
        .pickUp("SHELF", "COD", "COMPLETED", "2022-04-13T19:42:00", "2022-04-13T19:42:09")
        .event("SHELF", "OUT", "2022-04-13T19:42:09")
        .pickUp("PREPAID", "PREPAID", "COMPLETED", "2022-04-13T19:43:00", "2022-04-13T19:43:09")
        .event("PREPAID", "OUT", "2022-04-13T19:43:09")
        .pickUp("OPEN", "COD", "PENDING", "2022-04-13T19:44:00", null)
        .paid("OPEN", "2022-04-13T19:44:10")
        .event("OPEN", "OUT", "2022-04-13T19:44:10")
        .pickUp("SHOWN", "COD", "COMPLETED", "2022-04-13T19:45:00", "2022-04-13T19:45:09")
        .paid("SHOWN", "2022-04-13T19:45:05")
        .event("SHOWN", "OUT", "2022-04-13T19:45:09")
        .pickUp("UNPAID", "COD", "COMPLETED", "2022-04-13T19:46:00", "2022-04-13T19:46:01")
        .event("UNPAID", "OUT", "2022-04-13T19:46:01")
        .pickUp("FINE", "COD", "COMPLETED", "2022-04-13T19:47:00", "2022-04-13T19:47:01")
        .paid("FINE", "2022-04-13T19:47:02")
        .event("FINE", "OUT", "2022-04-13T19:47:01")
        .paid("ELSE", "2022-04-13T21:25:00");
  }

  /** The same folder, whose table cannot be asked by key. */
  TableSite withoutByKey() {
    return new TableSite(csv.folder, false);
  }

  /** Picked up, or asked for only while {@code completed} is null; local times of Taipei. */
  TableSite pickUp(
      String parcel, String payment, String status, String requested, String completed) {
    return sql(
        "insert into outbound values ('O-%s', '%s', '%s', 500, '%s', %s, %s, %s, 1)"
            .formatted(
                parcel,
                parcel,
                payment,
                status,
                time(requested),
                time(completed),
                time("2022-04-15T23:59:59")));
  }

  TableSite sql(String statement) {
    try (var connection = DriverManager.getConnection(url());
        var it = connection.createStatement()) {
      it.execute(statement);
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  TableSite paid(String parcel, String at) {
    return write("payments.csv", "%s,M-%s,500,%s\n".formatted(parcel, parcel, at));
  }

  TableSite event(String parcel, String type, String at) {
    return write("events.csv", "%s,%s-%s,%s,%s\n".formatted(parcel, type, at, type, at));
  }

  static String time(String local) {
    return local == null ? "null" : "timestamp with time zone '" + local.replace('T', ' ') + "+08'";
  }

  Site site() {
    Site site = csv.site();
    return new Site(
        Map.of(
            SourceName.OUTBOUND, source(SourceName.OUTBOUND, table()),
            SourceName.PAYMENTS, source(SourceName.PAYMENTS, file("payments.csv")),
            SourceName.EVENTS, source(SourceName.EVENTS, file("events.csv"))),
        new Site.EventTypes("OUT", Optional.of("REVERSED"), List.of("STOCK_TAKE")),
        new RuleSettings(
            Map.of(RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3)), Tolerance.NONE),
        RejectLimits.STANDARD,
        site.datafix(),
        site.work(),
        new RunRow.Configuration("0".repeat(64), "test", List.of()));
  }

  CsvSite csv() {
    return csv;
  }

  ReconcileRequest request(Instant asOf) {
    ReconcileRequest request = csv.request();
    return new ReconcileRequest(request.incident(), asOf, Optional.empty(), request.options());
  }

  private Jdbc table() {
    return new Jdbc(
        url(),
        Optional.empty(),
        Optional.empty(),
        new Sql("outbound.sql", COLUMNS + "where requested_at >= :from and requested_at < :to"),
        Optional.of(new Sql("by_key.sql", COLUMNS + "where parcel_id in (<parcel_ids>)"))
            .filter(any -> byKey),
        Optional.of(
            new Sql(
                "day_total.sql",
                "select count(distinct parcel_id) from outbound where status in ('COMPLETED',"
                    + " 'REVERSED') and completed_at >= :day_from and completed_at < :day_to")),
        Optional.empty(),
        1,
        Duration.ofHours(1),
        Duration.ofDays(1));
  }

  private static Csv file(String name) {
    return new Csv(name, ',', StandardCharsets.UTF_8, true, Optional.empty());
  }

  private SourceSettings source(SourceName name, Reader reader) {
    return new SourceSettings(
        name,
        csv.folder,
        reader,
        new Mapping(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            "OUT"),
        CsvSite.TAIPEI,
        false,
        true,
        Optional.empty());
  }

  private TableSite write(String file, String text) {
    try {
      Files.writeString(
          csv.folder.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String url() {
    return "jdbc:h2:file:" + csv.folder.resolve("network");
  }
}
