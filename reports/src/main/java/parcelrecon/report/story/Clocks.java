package parcelrecon.report.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.report.text.Texts;

/** How far the sources' clocks are from that of the pick-up records: in words, and applied. */
public final class Clocks {

  private static final List<SourceName> COMPARED =
      List.of(SourceName.EVENTS, SourceName.ATTEMPTS, SourceName.PAYMENTS);

  private static final long HOUR_MILLIS = 3_600_000;

  private final Texts texts;
  private final List<SourceName> sources;
  private final Map<ClockPair, ClockOffset> offsets;

  public Clocks(RunView view) {
    texts = view.texts();
    sources = COMPARED.stream().filter(view.context().sources()::has).toList();
    offsets = view.results().clocks();
  }

  /** Those configured that have a clock of their own. */
  public List<SourceName> sources() {
    return sources;
  }

  /** Whether times of some source must be told by another clock too. */
  public boolean isAnyShifted() {
    return offsets.values().stream()
        .anyMatch(offset -> sources.contains(offset.pair().source()) && offset.isShifted());
  }

  /**
   * What the pick-up records' clock showed at a record's time; null where that was not measured.
   *
   * @param at the record's time by its own clock; null when it has none
   */
  Instant onPickUpClock(SourceRecord record, Instant at) {
    if (at == null || record instanceof Outbound) {
      return at;
    }
    boolean isByThatClock =
        record instanceof Attempt
            || record instanceof ParcelEvent event && event.occurredAt() != null;
    return isByThatClock
        ? offset(record.ref().source())
            .filter(ClockOffset::isMeasured)
            .map(offset -> offset.onPickUpClock(at))
            .orElse(null)
        : null;
  }

  /** What stands above the timeline; nothing where there is nothing to compare. */
  public List<String> notes() {
    if (sources.isEmpty()) {
      return List.of();
    }
    String note =
        texts.text("clocks.note", texts.clauses(sources.stream().map(this::noted).toList()));
    return isAnyShifted() ? List.of(note, texts.text("clocks.sorted")) : List.of(note);
  }

  private String noted(SourceName source) {
    String name = texts.name(source);
    if (isNeverMeasured(source)) {
      return texts.text("clocks.never", name);
    }
    return offset(source)
        .map(
            offset ->
                offset.isMeasured()
                    ? texts.text(
                        offset.isShifted() ? "clocks.shifted" : "clocks.measured",
                        name,
                        signed(offset.medianMillis()),
                        signed(offset.lowerMillis()),
                        signed(offset.upperMillis()),
                        offset.pairs())
                    : texts.text("clocks.tooFew", name, offset.pairs(), ClockOffset.PAIRS_MIN))
        .orElseGet(() -> texts.text("clocks.none", name));
  }

  /** What two clocks wrote down at one moment; nothing where there is no such moment. */
  public String compared(SourceName source) {
    return isNeverMeasured(source) ? "" : texts.text("evidence.clocks." + source.name());
  }

  /** What was measured of a source's clock, as a sentence. */
  public String measured(SourceName source) {
    if (isNeverMeasured(source)) {
      return texts.text("evidence.clocks.never");
    }
    return offset(source).map(this::measured).orElseGet(() -> texts.text("evidence.clocks.none"));
  }

  private String measured(ClockOffset offset) {
    String median =
        texts.text(
            "evidence.clocks.median",
            signed(offset.medianMillis()),
            signed(offset.lowerMillis()),
            signed(offset.upperMillis()),
            offset.pairs());
    if (!offset.isMeasured()) {
      return texts.text("evidence.clocks.tooFew", median);
    }
    return offset.isShifted() ? texts.text("evidence.clocks.shifted", median) : median;
  }

  private static boolean isNeverMeasured(SourceName source) {
    return source == SourceName.PAYMENTS;
  }

  private Optional<ClockOffset> offset(SourceName source) {
    return offsets.values().stream().filter(each -> each.pair().source() == source).findFirst();
  }

  /** +0.1 s, −90 s, +8 h 0 min; 0 s has no sign. */
  private String signed(long millis) {
    String length = length(Math.abs(millis));
    return millis == 0 ? length : texts.text(millis > 0 ? "clocks.ahead" : "clocks.behind", length);
  }

  private String length(long millis) {
    return millis < HOUR_MILLIS
        ? texts.text("clocks.seconds", BigDecimal.valueOf(millis, 3))
        : texts.duration(Duration.ofMillis(millis));
  }
}
