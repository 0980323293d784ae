package parcelrecon.source.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import parcelrecon.model.RecordRef.TableRow;
import parcelrecon.model.SourceName;
import parcelrecon.source.SourceSettings;

/** Names rows by table and key: what a DBA can find them by. */
final class TableRef {

  private final SourceName source;
  private final Map<String, List<String>> siteColumns;

  TableRef(SourceSettings settings) {
    this.source = settings.name();
    this.siteColumns = settings.mapping().columns();
  }

  TableRow of(JdbcRow row) {
    String idColumn = idColumn();
    String id = text(row, idColumn);
    if (id.isEmpty()) {
      idColumn = "parcel_id";
      id = text(row, idColumn);
    }
    String key = source == SourceName.ATTEMPTS ? id + "@" + text(row, timeColumn()) : id;
    String table = row.table(site(idColumn).get(0));
    return new TableRow(source, table.isEmpty() ? source.text() : table, key);
  }

  private String idColumn() {
    return switch (source) {
      case OUTBOUND -> "outbound_id";
      case PAYMENTS -> "payment_id";
      case EVENTS -> "event_id";
      case STORES -> "store_id";
      case ATTEMPTS, ANSWERS -> "parcel_id";
    };
  }

  private String timeColumn() {
    return siteColumns.containsKey("ended_at") ? "ended_at" : "started_at";
  }

  private String text(JdbcRow row, String canonical) {
    return site(canonical).stream()
        .map(row::value)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("-"));
  }

  /** The site's columns that make up one of ours. */
  List<String> site(String canonical) {
    return siteColumns.getOrDefault(canonical, List.of(canonical));
  }
}
