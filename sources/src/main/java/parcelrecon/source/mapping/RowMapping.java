package parcelrecon.source.mapping;

import java.util.Set;
import parcelrecon.model.RecordRef;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourceSettings;

/** Turns a source's rows into its records, as the site's configuration says. Thread-safe. */
public final class RowMapping {

  private final SourceSettings settings;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION when the mapping makes no sense
   */
  public RowMapping(SourceSettings settings) {
    this.settings = settings;
  }

  /** Maps a row that carries no timestamp of its own. */
  public void map(RawRow row, RecordRef ref, RecordSink sink) {
    map(row, ref, EventStamp.NONE, sink);
  }

  /** Gives a row to exactly one of the sink's methods. */
  public void map(RawRow row, RecordRef ref, EventStamp stamp, RecordSink sink) {
    throw new UnsupportedOperationException(settings.name().text());
  }

  /** Rejects a row whose form is broken, with its parcel id where that can be read. */
  public void reject(RawRow row, RecordRef ref, String reason, RecordSink sink) {
    throw new UnsupportedOperationException(settings.name().text());
  }

  /** The sink as a receiver of rows: {@link #map} and {@link #reject} with it. */
  public RowReceiver into(RecordSink sink) {
    throw new UnsupportedOperationException(sink.toString());
  }

  /**
   * The site's columns that must be there: those the configuration names, and the required
   * canonical ones where it names none. For JSON and Kafka these are fields.
   */
  public Set<String> siteColumns() {
    throw new UnsupportedOperationException(settings.name().text());
  }
}
