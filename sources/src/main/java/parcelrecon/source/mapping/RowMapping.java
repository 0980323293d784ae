package parcelrecon.source.mapping;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourceSettings;

/** Turns a source's rows into its records, as the site's configuration says. Thread-safe. */
public final class RowMapping {

  private final Columns columns;
  private final RowFilter filter;
  private final RecordShape shape;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION when the mapping makes no sense,
   *     with all that is wrong with it
   */
  public RowMapping(SourceSettings settings) {
    MappingProblems.check(settings);
    this.columns = new Columns(settings);
    this.filter = new RowFilter(settings.mapping());
    this.shape = RecordShape.of(settings.name());
  }

  /** Maps a row that carries no timestamp of its own. */
  public void map(RawRow row, RecordRef ref, RecordSink sink) {
    map(row, ref, EventStamp.NONE, sink);
  }

  /**
   * Gives a row to exactly one of the sink's methods; a call with several parcels once for each of
   * them.
   */
  public void map(RawRow row, RecordRef ref, EventStamp stamp, RecordSink sink) {
    List<Object> parcels;
    try {
      if (!filter.wants(row)) {
        sink.filter();
        return;
      }
      parcels = columns.parcels(row);
    } catch (Unreadable e) {
      reject(row, ref, e.getMessage(), sink);
      return;
    }
    for (Object parcel : parcels) {
      map(new RowReading(columns, row, ref, stamp, parcel), sink);
    }
  }

  private void map(RowReading reading, RecordSink sink) {
    try {
      sink.accept(shape.record(reading));
    } catch (Unreadable e) {
      reject(reading, e.getMessage(), sink);
    }
  }

  /** Rejects a row whose form is broken, with its parcel ids where they can be read. */
  public void reject(RawRow row, RecordRef ref, String reason, RecordSink sink) {
    for (Object parcel : parcelsOrNone(row)) {
      reject(new RowReading(columns, row, ref, EventStamp.NONE, parcel), reason, sink);
    }
  }

  private void reject(RowReading reading, String reason, RecordSink sink) {
    sink.reject(
        new Reject(
            columns.source(),
            reading.ref(),
            parcelIdOrNull(reading),
            reason,
            reading.row().text()));
  }

  /** The sink as a receiver of rows: {@link #map} and {@link #reject} with it. */
  public RowReceiver into(RecordSink sink) {
    return new RowReceiver() {
      @Override
      public void row(RawRow row, RecordRef ref, EventStamp stamp) {
        map(row, ref, stamp, sink);
      }

      @Override
      public void broken(RawRow row, RecordRef ref, String reason) {
        reject(row, ref, reason, sink);
      }
    };
  }

  /** The rows of one file as a receiver that keeps the file's footer apart. */
  public FooterCheck withoutFooter(String file, RowReceiver rows) {
    return new FooterCheck(columns, columns.footer(), file, rows);
  }

  /**
   * The site's columns that must be there: those the configuration names, and the required
   * canonical ones where it names none. For JSON and Kafka these are fields.
   */
  public Set<String> siteColumns() {
    return columns.siteColumns();
  }

  /** All of the site's columns that are read, also those a row may lack. */
  public Set<String> readColumns() {
    return columns.readColumns();
  }

  /**
   * A time as the source writes them; a day counts by its start.
   *
   * @param what names it in the exception
   * @throws IllegalArgumentException with the reason when it is not readable
   */
  public Instant time(String what, Object value) {
    try {
      return columns.times().moment(what, value).start();
    } catch (Unreadable e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * A value as the text that a record has of it; null when absent.
   *
   * @param what names it in the exception
   * @throws IllegalArgumentException with the reason when it is not readable
   */
  public String text(String what, Object value) {
    try {
      return Cell.textOf(what, Cell.cellValue(value));
    } catch (Unreadable e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private List<Object> parcelsOrNone(RawRow row) {
    try {
      return columns.parcels(row);
    } catch (Unreadable e) {
      return Collections.singletonList(null);
    }
  }

  private static String parcelIdOrNull(RowReading reading) {
    try {
      return reading.parcelId();
    } catch (Unreadable e) {
      return null;
    }
  }
}
