package parcelrecon.source.file;

/** A record is a line, and a line ends with a line feed. */
public final class LineScanner implements RecordScanner {

  private long lines;

  @Override
  public int end(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        lines++;
        return at + 1;
      }
    }
    return GOES_ON;
  }

  @Override
  public long takeLines() {
    long taken = lines;
    lines = 0;
    return taken;
  }

  @Override
  public boolean endsHere() {
    return false;
  }

  @Override
  public boolean isQuoteOpen() {
    return false;
  }
}
