package parcelrecon.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Call;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.SourceRecord;

/** A record that shows a parcel at the store after it was picked up, and when it did. */
record Sighting(SourceRecord record, Instant at) {

  /** Tries to pick up, more than the retry window after the first completion. */
  static List<Sighting> triedAgain(ParcelFacts parcel) {
    Optional<Outbound> first = firstCompletion(parcel);
    if (first.isEmpty()) {
      return List.of();
    }
    Instant until = first.get().end().plus(parcel.setting(RuleSetting.RETRY_WINDOW));
    List<Sighting> tries = new ArrayList<>();
    for (Outbound outbound : parcel.evidence().outbounds()) {
      if (outbound.state() == OutboundState.FAILED && outbound.start().isAfter(until)) {
        tries.add(new Sighting(outbound, outbound.start()));
      }
    }
    for (Call call : Retries.failed(parcel)) {
      if (call.startedAt().isAfter(until)) {
        call.attempts().forEach(attempt -> tries.add(new Sighting(attempt, call.startedAt())));
      }
    }
    return tries;
  }

  /** Of several the one with the least ref. */
  static Optional<Outbound> firstCompletion(ParcelFacts parcel) {
    return parcel.completed().stream().min(Comparator.comparing(Outbound::end));
  }

  /** Stock-takes, store scans and returns later than the pick-up's completedAt. */
  static List<Sighting> seenAfterHandover(ParcelFacts parcel) {
    Optional<Instant> completedAt = parcel.pickUp().map(Outbound::completedAt);
    if (completedAt.isEmpty()) {
      return List.of();
    }
    List<Sighting> seen = new ArrayList<>();
    for (ParcelEvent event : parcel.evidence().events()) {
      if (parcel.context().events().stillHereTypes().contains(event.type())
          && event.time() != null
          && event.time().isAfter(completedAt.get())) {
        seen.add(new Sighting(event, event.time()));
      }
    }
    return seen;
  }
}
