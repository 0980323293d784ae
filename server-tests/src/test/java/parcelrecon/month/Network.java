package parcelrecon.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stores of the network: what is picked up there, hour by hour, always the same. */
final class Network {

  private static final long SEED = 20220413;
  private static final int STORES = 12;
  private static final int PARCELS_MIN = 5;
  private static final int PARCELS_MAX = 20;

  /** Far enough from both ends of an hour that a pick-up lies in one window. */
  private static final int FIRST_SECOND = 60;

  private static final int SECONDS = 3_480;

  private final SortedMap<Instant, PickUp> pickUps = new TreeMap<>();
  private int parcels;

  /** Lets an hour pass. */
  List<PickUp> hour(Instant from, Story.Hour hour) {
    Random dice = new Random(SEED ^ from.getEpochSecond());
    List<PickUp> picked = new ArrayList<>();
    int count = dice.nextInt(PARCELS_MIN, PARCELS_MAX + 1);
    for (int i = 0; i < count; i++) {
      // Milliseconds make each instant one pick-up's own.
      Instant at =
          from.plusSeconds(FIRST_SECOND + dice.nextInt(SECONDS)).plusMillis(parcels % 1_000);
      Fate fate = hour.fate(Duration.between(from, at), dice.nextInt(100));
      long dueMinor = fate == Fate.PREPAID ? 0 : dice.nextInt(5, 200) * 100L;
      PickUp pickUp =
          new PickUp(
              "P%05d".formatted(++parcels),
              "S%02d".formatted(dice.nextInt(STORES)),
              at,
              dueMinor,
              fate);
      picked.add(pickUp);
      pickUps.put(at, pickUp);
    }
    return picked;
  }

  /** Requested in a span of time, half-open. */
  List<PickUp> between(Instant from, Instant to) {
    return List.copyOf(pickUps.subMap(from, to).values());
  }
}
