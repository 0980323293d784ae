package parcelrecon.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.Window;

/**
 * Whether a parcel is judged at all, and by what (docs/rules.md 2).
 *
 * @param isIn whether any record brings it in
 * @param withoutOutbound whether it has no outbound, so that only a payment or event brings it in
 * @param edge whether every record that brings it in lies at the window's very edge
 */
record Scope(boolean isIn, boolean withoutOutbound, boolean edge) {

  /** As {@link #of}, of a parcel that was affected when the incident was first found (d). */
  static Scope ofFollowed(ParcelFacts parcel) {
    Scope scope = of(parcel);
    return new Scope(true, scope.withoutOutbound(), scope.edge());
  }

  static Scope of(ParcelFacts parcel) {
    boolean withoutOutbound = parcel.evidence().outbounds().isEmpty();
    List<Boolean> broughtInAtEdge = withoutOutbound ? byMoneyOrEvent(parcel) : byOutbound(parcel);
    return new Scope(
        !broughtInAtEdge.isEmpty(),
        withoutOutbound,
        !broughtInAtEdge.isEmpty() && !broughtInAtEdge.contains(false));
  }

  /** a: for each outbound that overlaps the window, whether it does so at its edge. */
  private static List<Boolean> byOutbound(ParcelFacts parcel) {
    Window window = parcel.context().window();
    List<Boolean> edges = new ArrayList<>();
    for (Outbound outbound : parcel.evidence().outbounds()) {
      if (window.overlaps(outbound.start(), outbound.end())) {
        edges.add(
            near(parcel, outbound.start(), window.to())
                || near(parcel, outbound.end(), window.from()));
      }
    }
    return edges;
  }

  /** b and c: for each capture and event in the window, whether it is so at its edge. */
  private static List<Boolean> byMoneyOrEvent(ParcelFacts parcel) {
    Window window = parcel.context().window();
    List<Boolean> edges = new ArrayList<>();
    for (Payment payment : parcel.money().moved()) {
      if (payment.isCapture() && isIn(window, payment.paidAt())) {
        edges.add(payment.paidAt() != null && nearEither(parcel, payment.paidAt().start()));
      }
    }
    for (ParcelEvent event : parcel.events()) {
      if (event.time() != null && window.contains(event.time())) {
        edges.add(nearEither(parcel, event.time()));
      }
    }
    return edges;
  }

  /** A day is in the window when it touches it; an unknown time only when everything is. */
  private static boolean isIn(Window window, Moment paidAt) {
    if (paidAt == null) {
      return window.isAll();
    }
    return paidAt.isDay()
        ? paidAt.start().isBefore(window.to()) && paidAt.end().isAfter(window.from())
        : window.contains(paidAt.start());
  }

  private static boolean nearEither(ParcelFacts parcel, Instant time) {
    Window window = parcel.context().window();
    return near(parcel, time, window.from()) || near(parcel, time, window.to());
  }

  private static boolean near(ParcelFacts parcel, Instant time, Instant edge) {
    Duration skew = parcel.setting(RuleSetting.CLOCK_SKEW);
    return Duration.between(time, edge).abs().compareTo(skew) <= 0;
  }
}
