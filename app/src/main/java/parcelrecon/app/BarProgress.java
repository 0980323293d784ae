package parcelrecon.app;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar per source while it is read, and per stage after: rows, rate, time left. */
final class BarProgress implements StageProgress {

  private static final int UPDATE_MILLIS = 250;
  private static final int COLUMNS_MIN = 60;

  /**
   * How wide bars are, told by run.sh. The library would ask through a terminal of its own, which
   * takes Ctrl-C away from the Java machine.
   */
  private static final int COLUMNS =
      Math.max(COLUMNS_MIN, Integer.getInteger("parcelrecon.columns", 80) - 1);

  private static final long BYTES_PER_MB = 1024 * 1024;

  private record Part(String stage, String name) {}

  private record Bar(ProgressBar shown, AtomicLong rows, long sinceNanos) {
    private void advance(long moreRows, long bytes) {
      long total = rows.addAndGet(moreRows);
      double seconds = Math.max(0.001, (System.nanoTime() - sinceNanos) / 1e9);
      shown.stepBy(bytes);
      shown.setExtraMessage(
          String.format(Locale.ROOT, "%,d rows, %,.0f/s", total, total / seconds));
    }
  }

  private final Console console;
  private final Map<Part, Bar> bars = new ConcurrentHashMap<>();

  BarProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String stage, String part, long plannedBytes) {
    bars.computeIfAbsent(new Part(stage, part), key -> open(key, plannedBytes));
  }

  private static Bar open(Part part, long plannedBytes) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName((part.stage() + " " + part.name()).strip())
            .setInitialMax(plannedBytes > 0 ? plannedBytes : -1)
            .setConsumer(new InteractiveConsoleProgressBarConsumer(System.err, COLUMNS))
            .setUpdateIntervalMillis(UPDATE_MILLIS);
    if (!part.name().isEmpty()) {
      builder.setUnit(" MB", BYTES_PER_MB);
    }
    ProgressBar shown = builder.build();
    return new Bar(shown, new AtomicLong(), System.nanoTime());
  }

  @Override
  public void advance(String stage, String part, long rows, long bytes) {
    Bar bar = bars.get(new Part(stage, part));
    if (bar != null) {
      bar.advance(rows, bytes);
    }
  }

  @Override
  public void end(String stage, long rows, long millis) {
    bars.entrySet()
        .removeIf(
            entry -> {
              boolean isOver = entry.getKey().stage().equals(stage);
              if (isOver) {
                entry.getValue().shown().close();
              }
              return isOver;
            });
    console.note(LineProgress.line(stage, rows, millis));
  }

  @Override
  public void close() {
    bars.values().forEach(bar -> bar.shown().close());
    bars.clear();
  }
}
