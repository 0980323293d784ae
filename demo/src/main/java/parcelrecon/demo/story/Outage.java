package parcelrecon.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the pick-ups whose counter gave up waiting. */
final class Outage {

  static final int SHOWN_AS_FAILED = 2_117;

  private final List<Slot> day;
  private final Dice dice;
  private final List<Slot> hanging = new ArrayList<>();

  /**
   * @param day in the order of time
   */
  Outage(List<Slot> day, Dice dice) {
    this.day = day;
    this.dice = dice;
  }

  /** Those shown as failed to the end, exactly as many as there were. */
  List<Slot> shownAsFailed() {
    acrossTheBeginning();
    acrossTheEnd();
    List<Slot> shown = new ArrayList<>(hanging);
    shown.addAll(hang(SHOWN_AS_FAILED - shown.size()));
    shown.forEach(slot -> slot.shownAsFailed = true);
    return shown;
  }

  /** Others, likelier where the counter is likelier to give up. */
  List<Slot> hang(int count) {
    record Drawn(Slot slot, double key) {}
    List<Slot> chosen =
        day.stream()
            .filter(slot -> slot.isRequestedIn(Timeline.CLUSTER_DOWN, Timeline.RECOVERED))
            .filter(slot -> slot.gaveUpMillis == 0)
            .map(slot -> new Drawn(slot, StrictMath.log(1 - dice.share()) / likelyToHang(slot)))
            .sorted(Comparator.comparingDouble(Drawn::key).reversed())
            .limit(count)
            .map(Drawn::slot)
            .sorted(Comparator.comparingInt(slot -> slot.ordinal))
            .toList();
    chosen.forEach(slot -> hang(slot, Rush.hangingMillis(dice)));
    return chosen;
  }

  private void hang(Slot slot, long responseMillis) {
    slot.responseMillis = responseMillis;
    boolean gatewayGaveUp = responseMillis > 10_200 && dice.happens(0.3);
    slot.gaveUpMillis =
        gatewayGaveUp
            ? dice.between(10_000, 10_040)
            : Math.min(responseMillis - dice.between(120, 900), dice.between(8_700, 9_600));
    hanging.add(slot);
  }

  /** Requests under way when the cluster goes down: one ends exactly with the clocks' skew. */
  private void acrossTheBeginning() {
    int first = firstFrom(Timeline.CLUSTER_DOWN);
    long down = Timeline.CLUSTER_DOWN.toEpochMilli();
    long[] completed = {down + 2_000, down + 2_001, down + 9_400};
    for (int i = 0; i < completed.length; i++) {
      Slot slot = day.get(first - 1 - i);
      slot.responseMillis = completed[i] - slot.requested;
      slot.gaveUpMillis = slot.responseMillis - 300;
      hanging.add(slot);
    }
    Slot exact = day.get(first - 1 - completed.length);
    exact.responseMillis = down - exact.requested;
  }

  /** Requests begun in the last moments of the incident, one exactly at the clocks' skew. */
  private void acrossTheEnd() {
    int after = firstFrom(Timeline.RECOVERED);
    long recovered = Timeline.RECOVERED.toEpochMilli();
    day.get(after).requested = recovered;
    long[] requested = {recovered - 1, recovered - 2_000, recovered - 2_001};
    for (int i = 0; i < requested.length; i++) {
      Slot slot = day.get(after - 1 - i);
      slot.requested = requested[i];
      hang(slot, Rush.hangingMillis(dice));
    }
  }

  private int firstFrom(Instant instant) {
    int index = 0;
    while (day.get(index).requested < instant.toEpochMilli()) {
      index++;
    }
    return index;
  }

  private static double likelyToHang(Slot slot) {
    long midnight = Timeline.at(0, "00:00:00").toEpochMilli();
    return Rush.likelyToHang((slot.requested - midnight) / 1000);
  }
}
