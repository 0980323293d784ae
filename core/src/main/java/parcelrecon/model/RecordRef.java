package parcelrecon.model;

/** Where a record came from. {@link #text()} is the form outputs show. */
public sealed interface RecordRef extends Comparable<RecordRef> {

  SourceName source();

  /** For example {@code payments:settlement/2022-04-13-19.csv:1042}. */
  String text();

  /** Order of the UTF-8 bytes of {@link #text()}. */
  @Override
  default int compareTo(RecordRef other) {
    return Utf8Order.compare(text(), other.text());
  }

  /** A line of a file; the file relative to the configuration's folder, lines counted from 1. */
  record FileLine(SourceName source, String file, long line) implements RecordRef {
    @Override
    public String text() {
      return source.text() + ":" + file + ":" + line;
    }
  }

  /** A row of a table by its key. */
  record TableRow(SourceName source, String table, String key) implements RecordRef {
    @Override
    public String text() {
      return source.text() + ":" + table + ":" + key;
    }
  }

  /** A record of a topic. */
  record TopicOffset(SourceName source, String topic, int partition, long offset)
      implements RecordRef {
    @Override
    public String text() {
      return source.text() + ":" + topic + ":" + partition + ":" + offset;
    }
  }

  /** A row of the answers to a run. */
  record AnswerRow(long run, long row) implements RecordRef {
    @Override
    public SourceName source() {
      return SourceName.ANSWERS;
    }

    @Override
    public String text() {
      return source().text() + ":" + run + ":" + row;
    }
  }
}
