package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL's {@code explain analyze} says, as text. */
final class PostgresPlan {

  /** A scan as it went; an index only one, too. */
  private static final Pattern SCAN =
      Pattern.compile(" Scan [^\\n]*actual [^\\n]*rows=([\\d.]+) loops=(\\d+)");

  private static final Pattern REMOVED =
      Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");

  private PostgresPlan() {}

  /** Rows and entries of indexes that were read, those that were dropped among them. */
  static long scannedRows(String plan) {
    assertThat(plan).contains(" Scan ", "actual ");
    long rows = 0;
    Matcher scan = SCAN.matcher(plan);
    while (scan.find()) {
      rows += Math.round(Double.parseDouble(scan.group(1)) * Long.parseLong(scan.group(2)));
    }
    Matcher removed = REMOVED.matcher(plan);
    while (removed.find()) {
      rows += Long.parseLong(removed.group(1));
    }
    return rows;
  }
}
