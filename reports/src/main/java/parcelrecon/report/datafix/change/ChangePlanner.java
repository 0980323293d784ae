package parcelrecon.report.datafix.change;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.RecordRef;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

/**
 * Plans changes for one site as of one moment, and says why not where it cannot.
 *
 * @param site absent when not configured
 */
public record ChangePlanner(Optional<DatafixSettings> site, Instant asOf) {

  /** Records of these say that the parcel is still there. */
  private static final Set<MismatchKind> STILL_THERE =
      Set.of(MismatchKind.SEEN_AFTER_HANDOVER, MismatchKind.TRIED_AGAIN);

  /** Absent when {@link #change} can be asked for the same. */
  public Optional<Obstacle> obstacle(ParcelRow parcel, Datafix datafix) {
    if (site.isEmpty()) {
      return Optional.of(Obstacle.NO_DATAFIX_SETTINGS);
    }
    List<Outbound> outbounds = outbounds(parcel, datafix);
    return outbounds.size() == 1
        ? obstacle(outbounds.get(0), target(datafix))
        : Optional.of(Obstacle.SEVERAL_OUTBOUNDS);
  }

  private static List<Outbound> outbounds(ParcelRow parcel, Datafix datafix) {
    boolean effective = target(datafix) == OutboundState.REVERSED;
    return parcel.evidence().outbounds().stream()
        .filter(outbound -> outbound.isEffective() == effective)
        .toList();
  }

  private static OutboundState target(Datafix datafix) {
    return datafix.suggestion() == Suggestion.REVERT_OUTBOUND
        ? OutboundState.REVERSED
        : OutboundState.COMPLETED;
  }

  private Optional<Obstacle> obstacle(Outbound outbound, OutboundState target) {
    DatafixSettings settings = site.orElseThrow();
    String id = outbound.outboundId();
    if (id == null) {
      return Optional.of(Obstacle.NO_ID);
    }
    if (!settings.idPattern().matcher(id).matches() || !PlainText.is(id)) {
      return Optional.of(Obstacle.ID_OUTSIDE_PATTERN);
    }
    if (outbound.rowVersion() == null) {
      return Optional.of(Obstacle.NO_ROW_VERSION);
    }
    return settings.states().keySet().containsAll(List.of(outbound.state(), target))
        ? Optional.empty()
        : Optional.of(Obstacle.NO_WORD_FOR_STATE);
  }

  /**
   * The deadline becomes max(old, as-of + extend-days) when the pick-up is taken back; as-of to the
   * second, as a column that keeps no more would hold another time than what was written.
   */
  public Change change(ParcelRow parcel, Datafix datafix) {
    DatafixSettings settings = site.orElseThrow();
    Outbound outbound = outbounds(parcel, datafix).get(0);
    OutboundState target = target(datafix);
    boolean reverts = target == OutboundState.REVERSED;
    return new Change(
        parcel.parcelId(),
        outbound.outboundId(),
        settings.states().get(outbound.state()),
        settings.states().get(target),
        outbound.rowVersion(),
        outbound.pickupDeadline(),
        reverts ? extended(outbound.pickupDeadline(), settings) : null,
        datafix.suggestion(),
        datafix.standsOn(),
        confirmedBy(parcel, reverts));
  }

  private Instant extended(Instant deadline, DatafixSettings settings) {
    Instant extended =
        asOf.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(settings.extendDays()));
    return deadline != null && deadline.isAfter(extended) ? deadline : extended;
  }

  private static List<String> confirmedBy(ParcelRow parcel, boolean reverts) {
    Stream<RecordRef> answer = parcel.evidence().latestAnswer().map(each -> each.ref()).stream();
    Stream<RecordRef> sightings =
        parcel.mismatches().stream()
            .map(row -> row.mismatch())
            .filter(mismatch -> reverts && STILL_THERE.contains(mismatch.kind()))
            .flatMap(mismatch -> mismatch.refs().stream());
    return Stream.concat(answer, sightings).sorted().distinct().map(RecordRef::text).toList();
  }
}
