package parcelrecon.datafix;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Columns;

/**
 * How a site has made its outbound table.
 *
 * @param deadlineType null when the table has no deadline
 */
record TableShape(
    Server server,
    String table,
    String keyType,
    String stateType,
    String versionType,
    String deadlineType,
    ZoneId zone) {

  static final Map<OutboundState, String> STATES =
      Map.of(
          OutboundState.COMPLETED, "PICKED_UP",
          OutboundState.PENDING, "requested",
          OutboundState.FAILED, "F",
          OutboundState.REVERSED, "back on 'shelf' 待取");

  private static final Pattern DIGITS = Pattern.compile("\\((\\d)\\)");

  /** As most sites have it, in Taipei. */
  static TableShape plain(Server server) {
    return new TableShape(
        server,
        "parcel_outbound",
        server.textTypes().get(0),
        server.textTypes().get(0),
        "int",
        server.timeTypes().get(0),
        ZoneId.of("Asia/Taipei"));
  }

  TableShape withDeadline(String type) {
    return new TableShape(server, table, keyType, stateType, versionType, type, zone);
  }

  static TableShape random(Server server, String table, Random random) {
    return new TableShape(
        server,
        table,
        any(server.textTypes(), random),
        any(server.textTypes(), random),
        any(List.of("int", "bigint"), random),
        random.nextInt(5) == 0 ? null : any(server.timeTypes(), random),
        ZoneId.of(any(server.zones(), random)));
  }

  static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  DatafixSettings settings(String database) {
    return new DatafixSettings(
        server.dialect(),
        table,
        "outbound_id",
        Pattern.compile("(?s).*"),
        new Columns("status", "row_version", Optional.ofNullable(deadlineType).map(type -> "due")),
        STATES,
        7,
        zone,
        Optional.empty(),
        Optional.of(database));
  }

  String createTable() {
    String deadline = deadlineType == null ? "" : ", due " + deadlineType;
    return "create table "
        + table
        + " (outbound_id "
        + keyType
        + " primary key, status "
        + stateType
        + " not null, row_version "
        + versionType
        + " not null"
        + deadline
        + ", note varchar(40))";
  }

  /** The instant as the deadline's column keeps it. */
  Instant kept(Instant instant) {
    Matcher digits = DIGITS.matcher(deadlineType);
    int kept = digits.find() ? Integer.parseInt(digits.group(1)) : server == Server.MARIADB ? 0 : 6;
    long unit = (long) Math.pow(10, 9 - kept);
    return instant.truncatedTo(ChronoUnit.SECONDS).plusNanos(instant.getNano() / unit * unit);
  }

  /** What text of {@link Server#timeText} means. */
  ZoneId zoneOfText() {
    return server.isLocal(deadlineType) ? zone : ZoneOffset.UTC;
  }
}
