package parcelrecon.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run's {@code mismatches.csv} says about a parcel.
 *
 * @param rows by kind, and group where there is one
 * @param remedies of all rows together
 */
record ReportedParcel(Map<String, Row> rows, Set<String> remedies) {

  static final ReportedParcel NOTHING = new ReportedParcel(Map.of(), Set.of());

  /**
   * A mismatch as text, so that any difference shows.
   *
   * @param amounts due, paid, to collect, to refund, with a blank between
   */
  record Row(
      String evidence,
      String edge,
      String verdict,
      String currency,
      String amounts,
      String reason) {}

  /** By parcel id. */
  static Map<String, ReportedParcel> read(Path mismatches) {
    Map<String, ReportedParcel> parcels = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(mismatches)) {
      for (NamedCsvRecord record : csv) {
        parcels
            .computeIfAbsent(
                record.getField("parcel_id"),
                none -> new ReportedParcel(new TreeMap<>(), new TreeSet<>()))
            .add(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parcels;
  }

  static String key(String kind, String group) {
    return group.isEmpty() ? kind : kind + " of " + group;
  }

  static String amounts(String... amounts) {
    return String.join(" ", Arrays.stream(amounts).map(a -> a.isEmpty() ? "-" : a).toList());
  }

  private void add(NamedCsvRecord record) {
    rows.put(
        key(record.getField("kind"), record.getField("group")),
        new Row(
            record.getField("evidence"),
            record.getField("edge"),
            record.getField("verdict"),
            record.getField("currency"),
            amounts(
                record.getField("due_minor"),
                record.getField("paid_minor"),
                record.getField("to_collect_minor"),
                record.getField("to_refund_minor")),
            record.getField("reason")));
    String datafix = record.getField("datafix");
    if (!datafix.isEmpty()) {
      remedies.addAll(Arrays.asList(datafix.split("\\+")));
    }
  }
}
