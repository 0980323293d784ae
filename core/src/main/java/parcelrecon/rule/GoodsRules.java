package parcelrecon.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;

/** Where the parcel itself must be, against what its outbounds say. */
final class GoodsRules {

  private GoodsRules() {}

  static Optional<Finding> triedAgain(ParcelFacts parcel) {
    List<Sighting> tries = Sighting.triedAgain(parcel);
    return tries.isEmpty()
        ? Optional.empty()
        : Sighting.firstCompletion(parcel)
            .map(first -> sighted(parcel, MismatchKind.TRIED_AGAIN, first, tries));
  }

  static Optional<Finding> seenAfterHandover(ParcelFacts parcel) {
    List<Sighting> seen = Sighting.seenAfterHandover(parcel);
    return seen.isEmpty()
        ? Optional.empty()
        : parcel
            .pickUp()
            .map(pickUp -> sighted(parcel, MismatchKind.SEEN_AFTER_HANDOVER, pickUp, seen));
  }

  static Optional<Finding> twoPickups(ParcelFacts parcel) {
    return parcel.effective().size() < 2
        ? Optional.empty()
        : Optional.of(Finding.of(MismatchKind.TWO_PICKUPS, parcel.shown(), parcel.effective()));
  }

  /** No completed outbound, a PENDING one that began more than stuck-after before as-of. */
  static Optional<Finding> stuck(ParcelFacts parcel) {
    Duration stuckAfter = parcel.setting(RuleSetting.STUCK_AFTER);
    Instant asOf = parcel.context().asOf();
    List<Outbound> stuck =
        parcel.evidence().outbounds().stream()
            .filter(outbound -> outbound.state() == OutboundState.PENDING)
            .filter(outbound -> outbound.start().plus(stuckAfter).isBefore(asOf))
            .toList();
    return stuck.isEmpty() || !parcel.completed().isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.of(MismatchKind.STUCK, parcel.shown(), stuck));
  }

  private static Finding sighted(
      ParcelFacts parcel, MismatchKind kind, Outbound outbound, List<Sighting> sightings) {
    return Finding.of(kind, parcel.shown(), List.of(outbound))
        .alsoCiting(sightings.stream().map(Sighting::record).toList());
  }
}
