package parcelrecon.demo.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import parcelrecon.demo.story.Parcel;
import parcelrecon.demo.story.Slips;

/** A row of the truth table: what must be told of every parcel with one story. */
final class Row {

  /** What left for the topic, apart from the fate each event met. */
  enum Sending {
    /** The event of the one pick-up that counts. */
    PICKED_UP,
    /** The event of a pick-up that was taken back, and the news of that. */
    TAKEN_BACK_AND_TOLD,
    /** The event of a pick-up that was taken back, and no more. */
    TAKEN_BACK_UNTOLD,
    /** Besides, the event of a proper pick-up on a later day. */
    PICKED_UP_LATER,
    /** An event before the outage, consumed. */
    TOLD_BEFORE,
    /** An event nobody can read. */
    UNREADABLE,
    /** An event without a pick-up. */
    EVENT_ALONE,
    NOTHING
  }

  static final ToLongFunction<Parcel> NOTHING = parcel -> 0;
  static final ToLongFunction<Parcel> DUE = Parcel::dueMinor;
  static final ToLongFunction<Parcel> SHORT = parcel -> Slips.SHORT;
  static final ToLongFunction<Parcel> OVER = parcel -> Slips.OVER;

  /** A mismatch with its money yet to be worked out for the parcel. */
  record Line(
      Kind kind,
      Evidence evidence,
      String reason,
      ToLongFunction<Parcel> toCollect,
      ToLongFunction<Parcel> toRefund) {}

  final List<Line> lines = new ArrayList<>();
  ToLongFunction<Parcel> paid = NOTHING;
  Sending sending = Sending.PICKED_UP;
  Evidence legible = Evidence.CONFIRMED;
  Finding found = new Finding(Whereabouts.UNKNOWN, Set.of());
  Finding answered;
  boolean touched = true;
  boolean recorded = true;

  Row tells(Kind... kinds) {
    for (Kind kind : kinds) {
      lines.add(new Line(kind, Evidence.CONFIRMED, "", null, null));
    }
    return this;
  }

  Row collect(Kind kind, ToLongFunction<Parcel> amount) {
    lines.add(new Line(kind, Evidence.CONFIRMED, "", amount, null));
    return this;
  }

  Row uncollected(String reason, ToLongFunction<Parcel> amount) {
    lines.add(new Line(Kind.UNCOLLECTED, Evidence.CONFIRMED, reason, amount, null));
    return this;
  }

  Row neverPaid() {
    return uncollected("NEVER_PAID", DUE);
  }

  Row notDueYet() {
    lines.add(new Line(Kind.UNCOLLECTED, Evidence.NOT_DUE, "NEVER_PAID", DUE, null));
    return this;
  }

  Row refund(Kind kind, ToLongFunction<Parcel> amount) {
    lines.add(new Line(kind, Evidence.CONFIRMED, "", null, amount));
    return this;
  }

  /** Net of what was given back; nothing unless said. */
  Row paid(ToLongFunction<Parcel> amount) {
    paid = amount;
    return this;
  }

  Row sends(Sending sent) {
    sending = sent;
    return this;
  }

  /** A record of the parcel cannot be read: nothing about it is sure. */
  Row illegible() {
    legible = Evidence.UNVERIFIED;
    return this;
  }

  /** The outbound system knows nothing of it, so nobody can say what was due. */
  Row unrecorded() {
    recorded = false;
    return this;
  }

  Row found(Whereabouts where, Remedy... remedies) {
    found = new Finding(where, Set.of(remedies));
    return this;
  }

  /** When the store said where the parcel is. */
  Row answered(Whereabouts where, Remedy... remedies) {
    answered = new Finding(where, Set.of(remedies));
    return this;
  }

  /** The incident has nothing to do with it. */
  static Row untouched() {
    Row row = new Row();
    row.touched = false;
    return row;
  }
}
