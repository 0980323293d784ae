package parcelrecon.source.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The URL of an H2 file: its settings stand in the URL itself. */
final class H2Url {

  /** Any other setting could run code, write files or open a port. */
  private static final Set<String> ALLOWED =
      Set.of(
          "ACCESS_MODE_DATA",
          "CACHE_SIZE",
          "CASE_INSENSITIVE_IDENTIFIERS",
          "CIPHER",
          "DATABASE_TO_LOWER",
          "DATABASE_TO_UPPER",
          "DB_CLOSE_ON_EXIT",
          "IFEXISTS",
          "LOCK_TIMEOUT",
          "MODE",
          "NON_KEYWORDS",
          "PASSWORD",
          "SCHEMA",
          "USER");

  /** Set by us: never create, never write, and stay open while a stop is waited for. */
  private static final List<String> OURS =
      List.of("IFEXISTS=TRUE", "ACCESS_MODE_DATA=r", "DB_CLOSE_ON_EXIT=FALSE");

  private H2Url() {}

  static String safe(String url, String where) {
    String[] parts = url.split(";");
    List<String> kept = new ArrayList<>();
    kept.add(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String setting = parts[i].split("=", 2)[0].strip().toUpperCase(Locale.ROOT);
      if (!ALLOWED.contains(setting)) {
        throw JdbcUrl.notAllowed(where, setting, url, "Take the setting out of the URL");
      }
      if (OURS.stream().noneMatch(ours -> ours.startsWith(setting + "="))) {
        kept.add(parts[i]);
      }
    }
    kept.addAll(OURS);
    return String.join(";", kept);
  }
}
