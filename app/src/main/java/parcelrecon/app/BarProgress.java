package parcelrecon.app;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import parcelrecon.job.RunProgress;

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

  private final Console console;
  private final RunProgress counted = new RunProgress();
  private final Map<Part, ProgressBar> bars = new ConcurrentHashMap<>();

  BarProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String stage, String part, long plannedBytes) {
    counted.begin(stage, part, plannedBytes);
    bars.computeIfAbsent(new Part(stage, part), key -> open(key, plannedBytes));
  }

  private static ProgressBar open(Part part, long plannedBytes) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName((part.stage() + " " + part.name()).strip())
            .setInitialMax(plannedBytes > 0 ? plannedBytes : -1)
            .setConsumer(new InteractiveConsoleProgressBarConsumer(System.err, COLUMNS))
            .setUpdateIntervalMillis(UPDATE_MILLIS);
    if (!part.name().isEmpty() && plannedBytes > 0) {
      builder.setUnit(" MB", BYTES_PER_MB);
    }
    return builder.build();
  }

  @Override
  public void advance(String stage, String part, long rows, long bytes) {
    counted.advance(stage, part, rows, bytes);
    ProgressBar bar = bars.get(new Part(stage, part));
    if (bar != null) {
      bar.stepBy(bar.isIndefinite() ? 0 : bytes);
      counted.part(stage, part).map(BarProgress::text).ifPresent(bar::setExtraMessage);
    }
  }

  private static String text(RunProgress.PartView part) {
    return String.format(Locale.ROOT, "%,d rows, %,.0f/s", part.rows(), part.rowsPerSecond());
  }

  @Override
  public void end(String stage, long rows, long millis) {
    counted.end(stage, rows, millis);
    bars.entrySet()
        .removeIf(
            entry -> {
              boolean isOver = entry.getKey().stage().equals(stage);
              if (isOver) {
                entry.getValue().close();
              }
              return isOver;
            });
    console.note(LineProgress.line(stage, rows, millis));
  }

  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
    bars.clear();
  }
}
