package parcelrecon.demo.story;

import static parcelrecon.demo.story.Written.PickUpState.AWAITING_PICKUP;
import static parcelrecon.demo.story.Written.PickUpState.FAILED;
import static parcelrecon.demo.story.Written.PickUpState.PICKED_UP;
import static parcelrecon.demo.story.Written.PickUpState.REQUESTED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.demo.story.Written.CounterCall;
import parcelrecon.demo.story.Written.Direction;
import parcelrecon.demo.story.Written.Message;
import parcelrecon.demo.story.Written.OutboundRow;
import parcelrecon.demo.story.Written.PickUpState;
import parcelrecon.demo.story.Written.Print;
import parcelrecon.demo.story.Written.TillLine;
import parcelrecon.demo.story.Written.TillState;

/**
 * Where a story is acted: every act moves the clock or makes the systems concerned write. The clock
 * starts when the pick-up was completed.
 */
final class Scene {

  public static final String CURRENCY = "TWD";
  static final String PICKED_UP_EVENT = "OUTBOUND_COMPLETED";
  static final String TAKEN_BACK_EVENT = "OUTBOUND_REVERSED";
  static final String STOCK_TAKE_EVENT = "STOCK_TAKE";
  static final String SENT_BACK_EVENT = "RETURN_DEPARTED";

  private final Parcel parcel;
  private final RecordsBuilder out;
  private final Dice dice;
  private final List<OutboundRow> rows = new ArrayList<>();
  private Instant clock;
  private int events;

  private Scene(Parcel parcel, RecordsBuilder out) {
    this.parcel = parcel;
    this.out = out;
    dice = new Dice(parcel.luck());
    clock = parcel.pickUp().completedAt();
  }

  /** Acts the parcel's story; the systems' records go to {@code out}. */
  static void act(Parcel parcel, RecordsBuilder out) {
    Scene scene = new Scene(parcel, out);
    parcel.story().script().accept(scene);
    scene.rows.forEach(out::write);
  }

  long due() {
    return parcel.dueMinor();
  }

  long receipt() {
    return parcel.receipt().totalMinor();
  }

  Term term() {
    return parcel.term();
  }

  String shopId() {
    return shop();
  }

  /** Everyone is content: the screen says so, the system too. */
  Scene pickUp() {
    return answeredCall(200).recorded(PICKED_UP).announced();
  }

  /** The screen shows an error; behind it the pick-up is completed. */
  Scene pickUpShownAsFailed() {
    Parcel.PickUp call = parcel.pickUp();
    int status = call.gaveUpMillis() >= 10_000 ? 504 : 499;
    Instant start = call.requestedAt();
    write(new CounterCall(id(), shop(), start, call.gaveUpMillis(), status, Print.CLEAR));
    return recorded(PICKED_UP).announced();
  }

  /** By a handheld, past the gateway. */
  Scene pickUpByHandheld() {
    return recorded(PICKED_UP).announced();
  }

  Scene answeredCall(int status) {
    return answeredCall(status, Print.CLEAR);
  }

  Scene answeredCall(int status, Print print) {
    Instant start = parcel.pickUp().requestedAt().minusMillis(dice.between(1, 6));
    long millis =
        Duration.between(start, parcel.pickUp().completedAt()).toMillis() + dice.between(1, 9);
    write(new CounterCall(id(), shop(), start, millis, status, print));
    return this;
  }

  Scene recorded(PickUpState state) {
    Instant completed =
        state == REQUESTED || state == FAILED ? null : parcel.pickUp().completedAt();
    rows.add(row(state, parcel.pickUp().requestedAt(), completed));
    return this;
  }

  /** The event of the pick-up, as the parcel's fate has it. */
  Scene announced() {
    return announced(shop(), due(), Print.CLEAR);
  }

  Scene announced(String shopTold, long amountTold, Print print) {
    Instant occurred = parcel.pickUp().completedAt();
    switch (parcel.fate()) {
      case AT_ONCE -> send(occurred, soonAfter(occurred), shopTold, amountTold, print);
      case LATE -> send(occurred, afterRestart(), shopTold, amountTold, print);
      case AT_ONCE_TWICE -> sendTwice(occurred, soonAfter(occurred));
      case LATE_TWICE -> sendTwice(occurred, afterRestart());
      case LOST, SWITCHED_OFF -> {}
    }
    return this;
  }

  Scene later(Duration from, Duration to) {
    clock = clock.plus(dice.between(from, to));
    return this;
  }

  /** At the till, while the buyer is there. */
  Scene presently() {
    return later(Duration.ofSeconds(5), Duration.ofSeconds(90));
  }

  Scene nextDay() {
    clock = dice.between(onDay(1, "09:30:00"), onDay(1, "21:30:00"));
    return this;
  }

  Scene between(int daysAfter, String from, String to) {
    clock = dice.between(onDay(daysAfter, from), onDay(daysAfter, to));
    return this;
  }

  Scene pays(long amountMinor) {
    return till(Direction.TAKEN, TillState.DONE, amountMinor, CURRENCY);
  }

  Scene getsBack(long amountMinor) {
    return till(Direction.GIVEN_BACK, TillState.DONE, amountMinor, CURRENCY);
  }

  Scene till(Direction direction, TillState state, long amountMinor, String currency) {
    write(new TillLine(id(), clock, direction, state, amountMinor, currency, Print.CLEAR));
    return this;
  }

  Scene smudgedTillLine(Direction direction) {
    write(new TillLine(id(), clock, direction, TillState.DONE, due(), CURRENCY, Print.SMUDGED));
    return this;
  }

  /** The counter calls again and is told that all is well. */
  Scene callsAgain() {
    write(new CounterCall(id(), shop(), clock, dice.between(150, 700), 200, Print.CLEAR));
    return this;
  }

  /** The counter calls and is told "already picked up"; some tills leave a failed row as well. */
  Scene refused() {
    write(new CounterCall(id(), shop(), clock, dice.between(80, 300), 409, Print.CLEAR));
    if (dice.happens(0.5)) {
      rows.add(row(FAILED, clock, null));
    }
    return this;
  }

  /** A wrong pick-up code before the right one. */
  Scene wrongCodeFirst() {
    Instant before = parcel.pickUp().requestedAt().minusMillis(dice.between(20_000, 55_000));
    write(new CounterCall(id(), shop(), before, dice.between(90, 400), 422, Print.CLEAR));
    rows.add(row(FAILED, before, null));
    return this;
  }

  /** The latest pick-up is undone in the system. */
  Scene takenBack() {
    OutboundRow last = rows.remove(rows.size() - 1);
    rows.add(
        new OutboundRow(
            last.outboundId(),
            last.parcelId(),
            last.shopId(),
            last.checkoutId(),
            last.term(),
            last.dueMinor(),
            AWAITING_PICKUP,
            last.requestedAt(),
            last.completedAt(),
            last.pickupDeadline(),
            last.payoutAt(),
            last.rowVersion() + 1));
    return this;
  }

  Scene takenBackAndTold() {
    return takenBack().message(TAKEN_BACK_EVENT);
  }

  /** A second pick-up, now, with all that belongs to it. */
  Scene pickedUpAgain() {
    long millis = dice.between(180, 600);
    Instant completed = clock.plusMillis(millis);
    write(new CounterCall(id(), shop(), clock.minusMillis(3), millis + 8, 200, Print.CLEAR));
    rows.add(row(PICKED_UP, clock, completed));
    send(completed, soonAfter(completed), shop(), due(), Print.CLEAR);
    clock = completed;
    return this;
  }

  /** A second pick-up while the counters were switched off Kafka. */
  Scene pickedUpAgainUntold() {
    long millis = dice.between(180, 600);
    write(new CounterCall(id(), shop(), clock.minusMillis(3), millis + 8, 200, Print.CLEAR));
    rows.add(row(PICKED_UP, clock, clock.plusMillis(millis)));
    return this;
  }

  /** A pick-up before the outage, its event sent at once. */
  Scene pickedUpBefore() {
    Instant requested = dice.between(onDay(0, "18:40:00"), onDay(0, "19:20:00"));
    Instant completed = requested.plusMillis(dice.between(180, 600));
    write(new CounterCall(id(), shop(), requested.minusMillis(3), 620, 200, Print.CLEAR));
    rows.add(row(PICKED_UP, requested, completed));
    send(completed, soonAfter(completed), shop(), due(), Print.CLEAR);
    return this;
  }

  /** A pick-up two days before; this call at the till is all that happens now. */
  Scene pickedUpDaysBefore() {
    Instant requested = dice.between(onDay(-2, "10:00:00"), onDay(-2, "20:00:00"));
    rows.add(row(PICKED_UP, requested, requested.plusMillis(dice.between(180, 600))));
    return this;
  }

  /** A stock-take, or a return lorry, finds the parcel in the store. */
  Scene seen(String eventType) {
    return message(eventType);
  }

  private Scene message(String type) {
    send(type, clock, soonAfter(clock), shop(), due(), Print.CLEAR);
    return this;
  }

  private void sendTwice(Instant occurred, Instant sent) {
    send(occurred, sent, shop(), due(), Print.CLEAR);
    events--;
    send(occurred, sent.plusMillis(dice.between(40, 20_000)), shop(), due(), Print.CLEAR);
  }

  private void send(Instant occurred, Instant sent, String shopTold, long amount, Print print) {
    send(PICKED_UP_EVENT, occurred, sent, shopTold, amount, print);
  }

  private void send(
      String type, Instant occurred, Instant sent, String shopTold, long amount, Print print) {
    String eventId = id() + "-" + ++events;
    write(new Message(id(), eventId, type, occurred, sent, shopTold, amount, print));
  }

  private Instant soonAfter(Instant instant) {
    return instant.plusMillis(dice.between(12, 80));
  }

  private Instant afterRestart() {
    return Timeline.RESTARTED.plusMillis(dice.between(2_000, 25 * 60_000));
  }

  private OutboundRow row(PickUpState state, Instant requested, Instant completed) {
    return new OutboundRow(
        "OB-" + id() + "-" + (rows.size() + 1),
        id(),
        shop(),
        parcel.receipt().checkoutId(),
        parcel.term(),
        due(),
        state,
        requested,
        completed,
        onDay(2 + Math.floorMod(parcel.luck(), 5), "23:59:59"),
        parcel.payoutAt(),
        1);
  }

  private Instant onDay(int daysAfter, String time) {
    return Timeline.at(parcel.day() + daysAfter, time);
  }

  private void write(Written written) {
    out.write(written);
  }

  private String id() {
    return parcel.id();
  }

  private String shop() {
    return parcel.shop().id();
  }
}
