package parcelrecon.model;

import java.util.Locale;

/** The sources a site can configure, in the order in which outputs list them. */
public enum SourceName {
  OUTBOUND,
  PAYMENTS,
  EVENTS,
  ATTEMPTS,
  ANSWERS,
  STORES;

  /** The name as configuration, refs and outputs write it, for example {@code payments}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #text()}. */
  public static SourceName of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
