package parcelrecon.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parcelrecon.model.Control;
import parcelrecon.model.Window;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/** The sample run's control, a quiet week before: some pick-ups, and little found. */
public final class SampleControl extends SampleRunAround {

  private static final Duration WEEK = Duration.ofDays(7);

  private final RunState state;
  private final int exitCode;
  private final long pickUps;

  private SampleControl(RunState state, int exitCode, long pickUps) {
    super(SampleRun.incident());
    this.state = state;
    this.exitCode = exitCode;
    this.pickUps = pickUps;
  }

  public static SampleControl of(long pickUps) {
    return new SampleControl(RunState.COMPLETE, 0, pickUps);
  }

  public static SampleControl failed(int exitCode) {
    return new SampleControl(RunState.FAILED, exitCode, 0);
  }

  /** The sample run, compared with this control. */
  public RunResults compared() {
    RunResults control = this;
    return new SampleRunAround(run) {
      @Override
      public Optional<RunResults> control() {
        return Optional.of(control);
      }
    };
  }

  @Override
  public RunRow run() {
    RunRow row = run.run();
    Window window = row.incident().window();
    Control control =
        new Control(
            new Window(window.from().minus(WEEK), window.to().minus(WEEK), window.zone()),
            row.asOf().minus(WEEK));
    return new RunRow(
        2,
        control.of(row.incident()),
        control.asOf(),
        state,
        OptionalInt.of(exitCode),
        OptionalLong.empty(),
        0,
        row.options(),
        row.configuration(),
        row.startedAt(),
        row.endedAt(),
        OptionalLong.of(1),
        OptionalLong.empty(),
        row.removedAt());
  }

  @Override
  public Totals.Found found() {
    Map<MismatchKind, Long> parcels = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      parcels.put(kind, kind == MismatchKind.PAID_TWICE ? 1L : 0L);
    }
    return new Totals.Found(pickUps, parcels);
  }
}
