package parcelrecon.source.file;

/**
 * A record ends with a line break outside quotes, as RFC 4180 has it: line feed, carriage return,
 * or both. A quote opens a field only as its first byte.
 *
 * <p>Right for UTF-8 and for every charset whose second bytes are never a quote, a line break or
 * the delimiter; {@link Framing} sees to that.
 */
public final class QuotedScanner implements RecordScanner {

  private enum Place {
    FIELD_START,
    PLAIN,
    QUOTED,
    /** After a quote inside quotes: it ends the field, or it is the first of a doubled one. */
    QUOTE_IN_QUOTED,
    /** After a carriage return that ends the record, unless a line feed belongs to it. */
    AFTER_CR
  }

  private final byte delimiter;
  private Place place = Place.FIELD_START;
  private boolean crInQuotes;
  private long lines;

  public QuotedScanner(byte delimiter) {
    this.delimiter = delimiter;
  }

  @Override
  public int end(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte seen = bytes[at];
      if (place == Place.AFTER_CR) {
        place = Place.FIELD_START;
        return seen == '\n' ? at + 1 : at;
      }
      if (place == Place.QUOTED) {
        insideQuotes(seen);
      } else if (seen == '\n') {
        lines++;
        place = Place.FIELD_START;
        return at + 1;
      } else {
        outsideQuotes(seen);
      }
    }
    return GOES_ON;
  }

  private void outsideQuotes(byte seen) {
    if (seen == '\r') {
      lines++;
      place = Place.AFTER_CR;
    } else if (seen == delimiter) {
      place = Place.FIELD_START;
    } else if (seen == '"' && place != Place.PLAIN) {
      place = Place.QUOTED;
    } else {
      place = Place.PLAIN;
    }
  }

  private void insideQuotes(byte seen) {
    if (seen == '"') {
      place = Place.QUOTE_IN_QUOTED;
    } else if (seen == '\r' || seen == '\n' && !crInQuotes) {
      lines++;
    }
    crInQuotes = seen == '\r';
  }

  @Override
  public long takeLines() {
    long taken = lines;
    lines = 0;
    return taken;
  }

  @Override
  public boolean endsHere() {
    return place == Place.AFTER_CR;
  }

  @Override
  public boolean isQuoteOpen() {
    return place == Place.QUOTED;
  }
}
