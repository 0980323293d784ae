package parcelrecon.report.datafix.script;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Columns;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/** What a template's places are filled with, by place as the template writes it. */
final class Places {

  private final DatafixSettings site;
  private final ScriptForm form;
  private final Literals literals;
  private final Map<String, String> once = new HashMap<>();

  Places(ChangesFile changes, Rendering rendering) {
    this.site = rendering.site();
    this.form = rendering.form();
    this.literals = new Literals(site.dialect(), site.zone());
    name("table", site.table());
    name("fixes", beside("parcel_recon_fix"));
    name("batches", beside("parcel_recon_batch"));
    name("kept", beside("parcel_recon_kept"));
    Columns columns = site.columns();
    name("key", site.key());
    name("state", columns.state());
    name("version", columns.version());
    columns.deadline().ifPresent(deadline -> name("deadline", deadline));
    value(once, "fix", changes.sha256());
    value(once, "rows", changes.rows());
    value(once, "zone", site.zone());
    site.database().ifPresent(database -> value(once, "database", database));
    rendering.expiresAt().ifPresent(this::expiry);
    shape();
  }

  /** MariaDB compares local times only: with its clock in UTC. */
  private void expiry(Instant expiresAt) {
    value(once, "expires_at", expiresAt);
    once.put(":expires_at_utc", new Literals(site.dialect(), ZoneOffset.UTC).of(expiresAt));
  }

  /** In the schema of the site's table. */
  private String beside(String table) {
    return site.table().substring(0, site.table().indexOf('.') + 1) + table;
  }

  /** The table's parts as the database's own catalogue names them. */
  private void shape() {
    int dot = site.table().indexOf('.');
    Columns columns = site.columns();
    value(once, "schema_name", dot < 0 ? null : catalogued(site.table().substring(0, dot)));
    value(once, "table_name", catalogued(site.table().substring(dot + 1)));
    value(once, "qualified_name", catalogued(site.table()));
    value(once, "key_name", catalogued(site.key()));
    value(once, "state_name", catalogued(columns.state()));
    value(once, "version_name", catalogued(columns.version()));
    value(once, "deadline_name", columns.deadline().map(this::catalogued).orElse(null));
    long distinct =
        Stream.concat(
                Stream.of(site.key(), columns.state(), columns.version()),
                columns.deadline().stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .count();
    value(once, "column_count", distinct);
  }

  /** H2 and PostgreSQL are asked in lower case; MariaDB minds the case of tables. */
  private String catalogued(String name) {
    boolean isAsWritten = site.dialect() == Dialect.MARIADB || site.dialect() == Dialect.MYSQL;
    return isAsWritten ? name : name.toLowerCase(Locale.ROOT);
  }

  private void name(String place, String name) {
    once.put("<" + place + ">", name);
  }

  /**
   * In a ticket PostgreSQL gets instants as plain texts with an offset: a column without a zone
   * reads the local time and leaves the offset out, any other heeds it, whatever the session's
   * zone.
   */
  private void value(Map<String, String> places, String place, Object value) {
    String literal = literals.of(value);
    boolean isPlain = form == ScriptForm.TICKET && site.dialect() == Dialect.POSTGRESQL;
    places.put(
        ":" + place,
        isPlain && value instanceof Instant ? literal.substring(literal.indexOf("'")) : literal);
  }

  /** Those of what stands once. */
  Map<String, String> once() {
    return once;
  }

  /**
   * @param number from 1
   */
  Map<String, String> ofBatch(long number, List<Change> batch) {
    Map<String, String> places = new HashMap<>(once);
    value(places, "batch", number);
    value(places, "batch_rows", (long) batch.size());
    return places;
  }

  Map<String, String> ofRow(Map<String, String> ofBatch, Change change) {
    Map<String, String> places = new HashMap<>(ofBatch);
    value(places, "id", change.outboundId());
    value(places, "seen_state", change.seenState());
    value(places, "new_state", change.newState());
    value(places, "seen_version", change.seenVersion());
    value(places, "seen_deadline", change.seenDeadline());
    boolean changesDeadline = change.newDeadline() != null;
    value(places, "held_deadline", changesDeadline ? change.newDeadline() : change.seenDeadline());
    if (changesDeadline && site.columns().deadline().isPresent()) {
      value(places, "new_deadline", change.newDeadline());
      if (change.seenDeadline() == null) {
        value(places, "first_deadline_seconds", change.newDeadline().getEpochSecond());
      }
    }
    return places;
  }
}
