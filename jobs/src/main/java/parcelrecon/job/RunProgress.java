package parcelrecon.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How far a run is, counted for whoever looks. What cannot be told truly is absent: a part whose
 * size was not known has no share, and one of which little is done has no time left.
 */
public final class RunProgress implements Progress {

  /**
   * A stage that has begun.
   *
   * @param name as {@link Progress#begin} has it
   * @param took so far, of one that is not over
   * @param parts the sources of extract; one without a name elsewhere; none when it is over
   */
  public record StageView(
      String name, boolean isOver, long rows, Duration took, List<PartView> parts) {
    public StageView {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a stage that is not over.
   *
   * @param rowsPerSecond lately, not since the beginning
   * @param share from 0 to 1, of what this process had to do when it began
   */
  public record PartView(
      String name, long rows, double rowsPerSecond, OptionalDouble share, Optional<Duration> left) {

    public boolean isOver() {
      return share.orElse(0) >= 1;
    }
  }

  private record Stage(long startedNanos, Map<String, PartCount> parts) {}

  private final LongSupplier nanoTime;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final Map<String, StageView> over = new LinkedHashMap<>();
  private boolean isStopping;

  public RunProgress() {
    this(System::nanoTime);
  }

  RunProgress(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void begin(String stage, String part, long plannedBytes) {
    long now = nanoTime.getAsLong();
    stages
        .computeIfAbsent(stage, name -> new Stage(now, new LinkedHashMap<>()))
        .parts()
        .computeIfAbsent(part, name -> new PartCount(plannedBytes, now));
  }

  @Override
  public synchronized void advance(String stage, String part, long rows, long bytes) {
    Stage at = stages.get(stage);
    if (at != null && at.parts().containsKey(part)) {
      at.parts().get(part).advance(rows, bytes, nanoTime.getAsLong());
    }
  }

  @Override
  public synchronized void end(String stage, long rows, long millis) {
    stages.remove(stage);
    over.put(stage, new StageView(stage, true, rows, Duration.ofMillis(millis), List.of()));
  }

  /** In the order in which they ended, then those that go on. */
  public synchronized List<StageView> stages() {
    long now = nanoTime.getAsLong();
    List<StageView> views = new ArrayList<>(over.values());
    stages.forEach((name, stage) -> views.add(view(name, stage, now)));
    return views;
  }

  /** A part that goes on; empty before it has begun and when its stage is over. */
  public synchronized Optional<PartView> part(String stage, String part) {
    return Optional.ofNullable(stages.get(stage))
        .map(at -> at.parts().get(part))
        .map(count -> view(part, count, nanoTime.getAsLong()));
  }

  /** Whether the run was asked to stop. */
  public synchronized boolean isStopping() {
    return isStopping;
  }

  synchronized void stopping() {
    isStopping = true;
  }

  private static StageView view(String name, Stage stage, long now) {
    List<PartView> parts = new ArrayList<>();
    stage.parts().forEach((part, count) -> parts.add(view(part, count, now)));
    return new StageView(
        name,
        false,
        parts.stream().mapToLong(PartView::rows).sum(),
        Duration.ofNanos(now - stage.startedNanos()),
        parts);
  }

  private static PartView view(String name, PartCount count, long now) {
    return new PartView(
        name, count.rows(), count.rowsPerSecond(now), count.share(), count.left(now));
  }
}
