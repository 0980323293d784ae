package parcelrecon.month;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;

/** Lets time pass hour by hour: parcels are picked up, parts go away, the console works or not. */
final class Month implements AutoCloseable {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String SCHEDULE = "hourly";
  static final String PERSON = "lin";
  private static final LocalTime ROUND = LocalTime.of(7, 0);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** More windows than ever end in one hour. */
  private static final int WINDOWS_MAX = 50;

  private final Troubles troubles;
  private final Network network = new Network();
  private final SettableClock clock;
  private final MonthSite site;
  private final Map<Instant, Truth> truths = new HashMap<>();
  private Optional<MonthConsole> console;

  Month(Troubles troubles, MonthSite site, Instant beginning) {
    this.troubles = troubles;
    this.site = site;
    this.clock = new SettableClock(beginning);
    this.console = Optional.of(new MonthConsole(site, clock));
  }

  static Instant at(String local) {
    return LocalDateTime.parse("2022-03-" + local).atZone(ZONE).toInstant();
  }

  SettableClock clock() {
    return clock;
  }

  MonthSite site() {
    return site;
  }

  MonthConsole console() {
    return console.orElseThrow();
  }

  Network network() {
    return network;
  }

  /** Of each judged window, by its end, what could be read when it was. */
  Map<Instant, Truth> truths() {
    return truths;
  }

  /** As in recon.yaml, what is open is asked for again on Mondays at seven. */
  private static boolean isRound(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, ZONE);
    return local.getDayOfWeek() == DayOfWeek.MONDAY && local.toLocalTime().equals(ROUND);
  }

  /** After an instant, and through another one. */
  static List<Instant> rounds(Instant after, Instant through) {
    return Stream.iterate(
            after.truncatedTo(ChronoUnit.HOURS).plus(HOUR),
            hour -> !hour.isAfter(through),
            hour -> hour.plus(HOUR))
        .filter(Month::isRound)
        .toList();
  }

  void pause() {
    console().people().pause(SCHEDULE, PERSON);
  }

  void goOn() {
    console().people().goOn(SCHEDULE, PERSON);
  }

  /** Has the next window judged at once, if it is over. */
  boolean isHurried() throws InterruptedException {
    boolean isOver = console().people().ask(SCHEDULE, PERSON).isPresent();
    settle();
    return isOver;
  }

  void stopConsole() {
    console().close();
    console = Optional.empty();
  }

  void startConsole() throws InterruptedException {
    console = Optional.of(new MonthConsole(site, clock));
    settle();
  }

  void passUntil(Instant end) throws Exception {
    for (Instant from = clock.world(); from.isBefore(end); from = from.plus(HOUR)) {
      troubles.begin(from, this);
      network.hour(from, troubles.story(from)).forEach(site::add);
      Instant to = from.plus(HOUR);
      if (isRound(to)) {
        // What is due before a round is judged before it: a console works on one run at a time.
        passHour(from, to.minus(TEN_MINUTES));
      }
      passHour(from, to);
    }
  }

  /** What is read at an instant was written before. */
  private void passHour(Instant from, Instant now) throws Exception {
    site.write(now);
    clock.goOnTo(now);
    if (console.isPresent()) {
      troubles.whileAtWork(from, this);
      settle();
    }
    if (isRound(now)) {
      console().awaitRechecks(now);
    }
  }

  /** Lets days pass in which no window is judged, until the next round. */
  Instant skipToRound() throws Exception {
    pause();
    Instant round = rounds(clock.world(), clock.world().plus(A_WEEK)).get(0);
    passHour(round.minus(HOUR), round);
    return round;
  }

  private void settle() throws InterruptedException {
    console().settle();
    Truth now = new Truth(clock.world(), site.tills().through());
    List<ScheduledWindow> latest =
        new ScheduleStore(console().database(), clock)
            .windows(SCHEDULE, Optional.empty(), WINDOWS_MAX);
    for (ScheduledWindow window : latest) {
      if (window.state() == WindowState.JUDGED) {
        truths.putIfAbsent(window.to(), now);
      }
    }
  }

  @Override
  public void close() {
    console.ifPresent(MonthConsole::close);
    site.close();
  }
}
