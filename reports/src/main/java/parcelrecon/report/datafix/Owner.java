package parcelrecon.report.datafix;

import java.util.Locale;

/** Who carries a task out. */
enum Owner {
  FINANCE,
  OPS,
  DBA;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
