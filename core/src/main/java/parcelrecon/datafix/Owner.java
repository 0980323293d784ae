package parcelrecon.datafix;

import java.util.Locale;

/** Who carries a suggestion out. */
public enum Owner {
  /** Who calls the stores. */
  BPM,
  FINANCE,
  OPS,
  DBA;

  /** As tasks.csv names it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
