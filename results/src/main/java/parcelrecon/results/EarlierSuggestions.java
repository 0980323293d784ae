package parcelrecon.results;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.outcome.Outcome;

/** What earlier runs of an incident suggested to change in the table of pick-ups. */
final class EarlierSuggestions {

  /** An earlier run, asked for single parcels. */
  record Earlier(Instant asOf, ParcelLookup parcels) {}

  private final List<Earlier> latestFirst;

  EarlierSuggestions(List<Earlier> latestFirst) {
    this.latestFirst = List.copyOf(latestFirst);
  }

  /** The as-of of the latest run that suggested exactly the change that was made. */
  Optional<Instant> of(ParcelRow then, ParcelRow now, Outcome outcome) {
    return switch (outcome) {
      case PUT_BACK ->
          then.evidence()
              .pickUp()
              .flatMap(pickUp -> sameRow(pickUp, now))
              .flatMap(outbound -> suggested(outbound, Suggestion.REVERT_OUTBOUND));
      case RECORDED ->
          now.evidence()
              .pickUp()
              .flatMap(outbound -> suggested(outbound, Suggestion.COMPLETE_OUTBOUND));
      case PICKED_UP_LATER,
          PAID,
          REFUNDED,
          OPEN,
          NOT_KNOWN,
          NOTHING_TO_DO,
          TOLD,
          CONFIRMED,
          NO_LONGER_FOUND ->
          Optional.empty();
    };
  }

  private Optional<Instant> suggested(Outbound changed, Suggestion suggestion) {
    if (changed.outboundId() == null || changed.rowVersion() == null) {
      return Optional.empty();
    }
    return latestFirst.stream()
        .filter(run -> suggested(run, changed, suggestion))
        .map(Earlier::asOf)
        .findFirst();
  }

  /** A script raises the version it saw by one: at any other, somebody else changed the row too. */
  private static boolean suggested(Earlier run, Outbound changed, Suggestion suggestion) {
    ParcelRow seen = run.parcels().parcels(List.of(changed.parcelId())).get(changed.parcelId());
    return seen != null
        && seen.datafixes().stream()
            .anyMatch(
                datafix -> datafix.suggestion() == suggestion && datafix.form() == Datafix.Form.SQL)
        && sameRow(changed, seen)
            .map(Outbound::rowVersion)
            .filter(version -> version + 1 == changed.rowVersion())
            .isPresent();
  }

  private static Optional<Outbound> sameRow(Outbound outbound, ParcelRow parcel) {
    return parcel.evidence().outbounds().stream()
        .filter(other -> other.outboundId() != null)
        .filter(other -> Objects.equals(other.outboundId(), outbound.outboundId()))
        .findFirst();
  }
}
