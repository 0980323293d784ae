package parcelrecon.month;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be found of pick-ups, told from their fates.
 *
 * @param toldThrough events sent until then could be read
 * @param paidThrough payments written until then could be read
 */
record Truth(Instant toldThrough, Instant paidThrough) {

  private static final Duration PAYMENT_MAX = Duration.ofHours(1);
  private static final Set<String> AFFECTING = Set.of("SHOWN_AS_FAILED", "PAID_TWICE");
  private static final Set<String> LEFT = Set.of("UNCOLLECTED", "PAID_TWICE", "EVENT_MISSING");

  /** By parcel; one about which nothing is to be found is absent. */
  Map<String, SortedSet<String>> of(Collection<PickUp> pickUps) {
    Map<String, SortedSet<String>> found = new TreeMap<>();
    for (PickUp pickUp : pickUps) {
      SortedSet<String> kinds = of(pickUp);
      if (!kinds.isEmpty()) {
        found.put(pickUp.parcelId(), kinds);
      }
    }
    return found;
  }

  /** Whether somebody has to do something about one of them, as of an instant. */
  boolean isAnyAffected(Collection<PickUp> pickUps, Instant asOf) {
    return pickUps.stream()
        .anyMatch(
            pickUp ->
                of(pickUp).stream()
                    .anyMatch(
                        kind -> AFFECTING.contains(kind) || isUnpaid(kind) && isDue(pickUp, asOf)));
  }

  private static boolean isUnpaid(String kind) {
    return kind.equals("UNCOLLECTED");
  }

  /** Whether what is not paid is known not to be: a payment may take an hour. */
  boolean isDue(PickUp pickUp, Instant asOf) {
    Instant latest = pickUp.completedAt().plus(PAYMENT_MAX);
    return !latest.isAfter(asOf) && !latest.isAfter(paidThrough);
  }

  /** Whether anything is left to be done about one of them: money or an event is still to come. */
  boolean isAnyLeft(Collection<PickUp> pickUps) {
    return pickUps.stream().map(this::of).flatMap(Set::stream).anyMatch(LEFT::contains);
  }

  SortedSet<String> of(PickUp pickUp) {
    SortedSet<String> kinds = new TreeSet<>();
    if (pickUp.fate() == Fate.LEFT_ON_SHELF) {
      kinds.add("SHOWN_AS_FAILED");
    }
    if (pickUp.fate() != Fate.PREPAID) {
      addMoney(pickUp, kinds);
    }
    addEvent(pickUp, kinds);
    return kinds;
  }

  private void addMoney(PickUp pickUp, SortedSet<String> kinds) {
    boolean isPaid = pickUp.fate().payments() > 0 && !pickUp.paidAt().isAfter(paidThrough);
    if (!isPaid) {
      kinds.add("UNCOLLECTED");
    } else if (pickUp.fate() == Fate.PAID_TWICE) {
      kinds.add("PAID_TWICE");
    } else if (pickUp.fate() == Fate.PAID_NEXT_DAY) {
      kinds.add("PAID_LATE");
    }
  }

  private void addEvent(PickUp pickUp, SortedSet<String> kinds) {
    boolean isTold = pickUp.fate().isTold() && !pickUp.toldAt().isAfter(toldThrough);
    if (!isTold) {
      kinds.add("EVENT_MISSING");
    } else if (pickUp.fate() == Fate.TOLD_LATE) {
      kinds.add("EVENT_LATE");
    }
  }
}
