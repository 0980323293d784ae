package parcelrecon.app;

import java.util.Locale;

/** A line per stage, for logs and pipes. */
final class LineProgress implements StageProgress {

  private final Console console;

  LineProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String stage, String part, long plannedBytes) {}

  @Override
  public void advance(String stage, String part, long rows, long bytes) {}

  @Override
  public void end(String stage, long rows, long millis) {
    console.note(line(stage, rows, millis));
  }

  static String line(String stage, long rows, long millis) {
    return String.format(Locale.ROOT, "%-8s %,12d rows %8.1f s", stage, rows, millis / 1000.0);
  }

  @Override
  public void close() {}
}
