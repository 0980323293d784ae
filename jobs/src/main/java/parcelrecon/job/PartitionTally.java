package parcelrecon.job;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parcelrecon.clock.ClockTally;
import parcelrecon.model.Call;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.results.PartitionTotals;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.results.PartitionTotals.StoreOutbounds;
import parcelrecon.results.Totals.Minute;
import parcelrecon.rule.CodBalance;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchKind;

/**
 * Counts everything of a partition that its kept parcels do not tell. A followed parcel of which
 * nothing was seen is in no count of parcels: it would be called clean.
 */
final class PartitionTally {

  /** The time-outs of the curve in the workbook's Summary, in seconds. */
  static final List<Integer> TIMEOUT_SECONDS = List.of(1, 3, 5, 10, 30, 60);

  private final JudgingContext context;
  private final List<SourceName> lookedUp;
  private final Instant dayFrom;
  private final Instant dayTo;
  private final Map<SourceName, SourceTotals> sources = new EnumMap<>(SourceName.class);
  private final Map<Instant, Minute> minutes = new TreeMap<>();
  private final Map<String, Long> stores = new TreeMap<>();
  private final Map<Integer, Long> slowerThan = new TreeMap<>();
  private final Map<String, CodBalance> codBalances = new TreeMap<>();
  private final ClockTally clocks;
  private long inScope;
  private long clean;
  private long completedOnDays;
  private long pickUps;

  PartitionTally(JudgingContext context, List<SourceName> lookedUp) {
    this.context = context;
    this.lookedUp = lookedUp;
    this.clocks = new ClockTally(context.events().outboundType());
    this.dayFrom = context.window().dayFrom();
    this.dayTo = context.window().dayTo();
    TIMEOUT_SECONDS.forEach(seconds -> slowerThan.put(seconds, 0L));
  }

  void add(ParcelMatch match, boolean lookedAgain) {
    addRows(match.read(), match.judgement().inScope());
    match
        .duplicates()
        .forEach((source, count) -> add(source, new SourceTotals(0, 0, 0, count, 0, 0, 0)));
    if (lookedAgain) {
      addSecondLook(match);
    }
    addParcel(match.judgement(), match.judgement().mismatches().isEmpty());
  }

  /** Rows of parcels that are none of a re-check's: they are accounted for, not judged. */
  void addPassedOver(List<SourceRecord> rows) {
    addRows(rows, false);
  }

  /**
   * Counts what a parcel adds besides its rows.
   *
   * @param isClean whether nothing was found about it when its partition was matched
   */
  void addParcel(Judgement judgement, boolean isClean) {
    ParcelEvidence evidence = judgement.evidence();
    if (evidence.outbounds().stream().anyMatch(this::isCompletedOnDays)) {
      completedOnDays++;
    }
    if (judgement.inScope() && !evidence.isUnseen()) {
      inScope++;
      clean += isClean ? 1 : 0;
      addOutbounds(evidence);
      addEvents(evidence);
      addShownAsFailed(judgement);
      addMoney(evidence);
      clocks.add(evidence);
    }
  }

  PartitionTotals totals() {
    return new PartitionTotals(
        sources,
        inScope,
        clean,
        completedOnDays,
        pickUps,
        List.copyOf(minutes.values()),
        stores.entrySet().stream()
            .map(store -> new StoreOutbounds(store.getKey(), store.getValue()))
            .toList(),
        slowerThan,
        List.copyOf(codBalances.values()),
        clocks.counts());
  }

  private void addRows(List<SourceRecord> rows, boolean in) {
    for (SourceRecord row : rows) {
      if (!(row instanceof RejectedRow)) {
        add(row.ref().source(), new SourceTotals(1, in ? 1 : 0, in ? 0 : 1, 0, 0, 0, 0));
      }
    }
  }

  private void addSecondLook(ParcelMatch match) {
    Set<SourceRecord> known =
        match.firstLook().evidence().records().collect(Collectors.toCollection(HashSet::new));
    Map<SourceName, Long> found =
        match
            .judgement()
            .evidence()
            .records()
            .filter(row -> !known.contains(row))
            .collect(Collectors.groupingBy(row -> row.ref().source(), Collectors.counting()));
    for (SourceName source : lookedUp) {
      long rows = found.getOrDefault(source, 0L);
      long healed = rows > 0 && match.isHealed() ? 1 : 0;
      add(source, new SourceTotals(0, 0, 0, 0, 1, rows, healed));
    }
  }

  private void add(SourceName source, SourceTotals more) {
    sources.merge(source, more, PartitionTally::sum);
  }

  private static SourceTotals sum(SourceTotals left, SourceTotals right) {
    return new SourceTotals(
        left.accepted() + right.accepted(),
        left.inScope() + right.inScope(),
        left.outOfScope() + right.outOfScope(),
        left.duplicates() + right.duplicates(),
        left.lookedUp() + right.lookedUp(),
        left.found() + right.found(),
        left.healed() + right.healed());
  }

  private boolean isCompletedOnDays(Outbound outbound) {
    return outbound.isCompleted()
        && !outbound.end().isBefore(dayFrom)
        && outbound.end().isBefore(dayTo);
  }

  private void addOutbounds(ParcelEvidence evidence) {
    Window window = context.window();
    for (Outbound outbound : evidence.outbounds()) {
      if (outbound.isCompleted() && window.overlaps(outbound.start(), outbound.end())) {
        pickUps++;
        count(outbound.end(), new Minute(outbound.end(), 1, 0, 0));
        outbound.store().ifPresent(store -> stores.merge(store, 1L, Long::sum));
        addDuration(outbound);
      }
    }
  }

  private void addDuration(Outbound outbound) {
    if (outbound.requestedAt() == null || outbound.completedAt() == null) {
      return;
    }
    Duration took = Duration.between(outbound.requestedAt(), outbound.completedAt());
    for (int seconds : TIMEOUT_SECONDS) {
      if (took.compareTo(Duration.ofSeconds(seconds)) >= 0) {
        slowerThan.merge(seconds, 1L, Long::sum);
      }
    }
  }

  private void addEvents(ParcelEvidence evidence) {
    for (ParcelEvent event : evidence.events()) {
      if (event.type().equals(context.events().outboundType()) && event.time() != null) {
        count(event.time(), new Minute(event.time(), 0, 0, 1));
      }
    }
  }

  /**
   * Counts the parcel in the minute its screen first showed the error, else in that of its pick-up.
   */
  private void addShownAsFailed(Judgement judgement) {
    if (!judgement.has(MismatchKind.SHOWN_AS_FAILED)) {
      return;
    }
    Window window = context.window();
    judgement.evidence().calls().stream()
        .filter(call -> !call.isOk())
        .filter(call -> window.overlaps(call.startedAt(), call.endedAt()))
        .map(Call::startedAt)
        .min(Comparator.naturalOrder())
        .or(() -> judgement.evidence().subject().map(Outbound::end))
        .ifPresent(instant -> count(instant, new Minute(instant, 0, 1, 0)));
  }

  private void addMoney(ParcelEvidence evidence) {
    if (context.sources().has(SourceName.PAYMENTS)) {
      CodBalance.of(evidence, context.settings().tolerance())
          .ifPresent(balance -> codBalances.merge(balance.currency(), balance, CodBalance::plus));
    }
  }

  private void count(Instant instant, Minute one) {
    if (!context.window().contains(instant)) {
      return;
    }
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    minutes.merge(
        minute,
        new Minute(minute, one.outbounds(), one.shownAsFailed(), one.events()),
        (left, right) ->
            new Minute(
                minute,
                left.outbounds() + right.outbounds(),
                left.shownAsFailed() + right.shownAsFailed(),
                left.events() + right.events()));
  }
}
