package parcelrecon.results;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;

/** The store a parcel is shown under. */
public final class StoreOfParcel {

  private StoreOfParcel() {}

  /**
   * That of the subject, else of the earliest event with one, else of the earliest attempt with
   * one; null when none tells.
   */
  public static String of(ParcelEvidence evidence) {
    return evidence
        .subject()
        .flatMap(Outbound::store)
        .or(
            () ->
                evidence.events().stream()
                    .filter(event -> event.storeId() != null)
                    .min(
                        comparing(ParcelEvent::time, nullsLast(naturalOrder()))
                            .thenComparing(ParcelEvent::ref))
                    .map(ParcelEvent::storeId))
        .or(
            () ->
                evidence.attempts().stream()
                    .filter(attempt -> attempt.storeId() != null)
                    .min(comparing(Attempt::startedAt).thenComparing(Attempt::ref))
                    .map(Attempt::storeId))
        .orElse(null);
  }
}
