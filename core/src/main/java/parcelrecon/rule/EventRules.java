package parcelrecon.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.SourceName;

/** What was told downstream, against what the outbounds say. */
final class EventRules {

  private EventRules() {}

  static Optional<Finding> eventMissing(ParcelFacts parcel) {
    return pickUpWithoutEvent(parcel)
        .filter(pickUp -> !isByDesign(parcel, pickUp))
        .map(pickUp -> Finding.of(MismatchKind.EVENT_MISSING, List.of(pickUp)));
  }

  static Optional<Finding> eventBypassed(ParcelFacts parcel) {
    return pickUpWithoutEvent(parcel)
        .filter(pickUp -> isByDesign(parcel, pickUp))
        .map(pickUp -> Finding.of(MismatchKind.EVENT_BYPASSED, List.of(pickUp)));
  }

  private static Optional<Outbound> pickUpWithoutEvent(ParcelFacts parcel) {
    return parcel.isConfigured(SourceName.EVENTS) && parcel.events().isEmpty()
        ? parcel.pickUp()
        : Optional.empty();
  }

  private static boolean isByDesign(ParcelFacts parcel, Outbound pickUp) {
    return parcel.context().phases().stream()
        .anyMatch(phase -> phase.eventsOff() && phase.contains(pickUp.end()));
  }

  static Optional<Finding> eventWithoutOutbound(ParcelFacts parcel) {
    return parcel.events().isEmpty() || !parcel.completed().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(MismatchKind.EVENT_WITHOUT_OUTBOUND, parcel.events())
                .alsoCiting(parcel.evidence().outbounds()));
  }

  /** Exactly one effective outbound, and an event that names another store or amount. */
  static Optional<Finding> eventConflicts(ParcelFacts parcel) {
    if (parcel.effective().size() != 1) {
      return Optional.empty();
    }
    Outbound outbound = parcel.effective().get(0);
    List<ParcelEvent> conflicting =
        parcel.events().stream()
            .filter(storeDiffers(outbound).or(amountDiffers(outbound)))
            .toList();
    return conflicting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(MismatchKind.EVENT_CONFLICTS, List.of(outbound)).alsoCiting(conflicting));
  }

  private static Predicate<ParcelEvent> storeDiffers(Outbound outbound) {
    return event ->
        event.storeId() != null
            && outbound.storeId() != null
            && !event.storeId().equals(outbound.storeId());
  }

  private static Predicate<ParcelEvent> amountDiffers(Outbound outbound) {
    return event -> event.amountMinor() != null && event.amountMinor() != outbound.dueMinor();
  }

  /** Taken back, told that it was picked up, and not told that it was taken back. */
  static Optional<Finding> reversalNotTold(ParcelFacts parcel) {
    Optional<String> reversalType = parcel.context().events().reversalType();
    List<Outbound> reversed =
        parcel.completed().stream()
            .filter(outbound -> outbound.state() == OutboundState.REVERSED)
            .toList();
    if (reversalType.isEmpty()
        || reversed.isEmpty()
        || !parcel.effective().isEmpty()
        || parcel.events().isEmpty()
        || hasEvent(parcel, reversalType.get())) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(MismatchKind.REVERSAL_NOT_TOLD, reversed).alsoCiting(parcel.events()));
  }

  private static boolean hasEvent(ParcelFacts parcel, String type) {
    return parcel.evidence().events().stream().anyMatch(event -> event.type().equals(type));
  }

  /** The earliest record timestamp is later than completedAt + event-lateness. */
  static Optional<Finding> eventLate(ParcelFacts parcel) {
    Optional<Instant> completedAt = parcel.pickUp().map(Outbound::completedAt);
    if (completedAt.isEmpty()) {
      return Optional.empty();
    }
    Instant until = completedAt.get().plus(parcel.setting(RuleSetting.EVENT_LATENESS));
    return parcel.events().stream()
        .filter(event -> event.timestamp() != null)
        .min(Comparator.comparing(ParcelEvent::timestamp))
        .filter(event -> event.timestamp().isAfter(until))
        .map(
            event ->
                Finding.of(MismatchKind.EVENT_LATE, List.of(event))
                    .alsoCiting(parcel.pickUp().stream().toList()));
  }

  static Optional<Finding> eventDuplicated(ParcelFacts parcel) {
    return parcel.effective().size() != 1 || parcel.events().size() < 2
        ? Optional.empty()
        : Optional.of(
            Finding.of(MismatchKind.EVENT_DUPLICATED, parcel.effective())
                .alsoCiting(parcel.events()));
  }
}
