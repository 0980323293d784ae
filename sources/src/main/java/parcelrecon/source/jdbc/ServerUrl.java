package parcelrecon.source.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a database server: plain hosts, a database, and settings. Drivers take settings in
 * other places of a URL, too, which is why nothing but this form is let through; the settings reach
 * the driver apart from it.
 */
final class ServerUrl {

  private static final String NAME = "[A-Za-z0-9_.:\\[\\]-]+";

  private static final Pattern FORM =
      Pattern.compile(
          "(jdbc:[a-z]+://" + NAME + "(?:," + NAME + ")*/[^/?#;&=()\\s]*)(?:\\?([^#\\s]*))?");

  /** Settings by which drivers shift times; the source's zone says all there is to say. */
  private static final Set<String> ZONES =
      Set.of("servertimezone", "connectiontimezone", "timezone", "uselegacydatetimecode");

  private ServerUrl() {}

  static JdbcUrl safe(Dialect dialect, String url, String where) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw JdbcUrl.refused(
          where,
          "URL "
              + JdbcUrl.shown(url)
              + " is not of the form "
              + dialect.prefix()
              + "//HOST:PORT/DATABASE?SETTING=VALUE",
          "Write it so; user and password have keys of their own");
    }
    UrlSettings known = UrlSettings.of(dialect);
    Map<String, String> settings = new HashMap<>();
    String given = form.group(2) == null ? "" : form.group(2);
    for (String part : given.split("&")) {
      if (!part.isEmpty()) {
        String[] setting = part.split("=", 2);
        settings.put(
            allowed(setting[0], known, url, where),
            setting.length == 1 ? "" : value(dialect, setting[1]));
      }
    }
    settings.putAll(known.ours());
    return new JdbcUrl(dialect, form.group(1), Map.copyOf(settings));
  }

  /** The setting as the driver spells it. */
  private static String allowed(String given, UrlSettings known, String url, String where) {
    String folded = given.toLowerCase(Locale.ROOT);
    for (Set<String> names : Set.of(known.allowed(), known.ours().keySet())) {
      for (String name : names) {
        if (name.toLowerCase(Locale.ROOT).equals(folded)) {
          return name;
        }
      }
    }
    throw JdbcUrl.notAllowed(
        where,
        given,
        url,
        ZONES.contains(folded)
            ? "Take it out, and say the zone of the source's times with zone"
            : "Take the setting out of the URL");
  }

  /** MariaDB's driver takes values as they stand. */
  private static String value(Dialect dialect, String text) {
    return dialect == Dialect.MARIADB ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
