package parcelrecon.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;

/** Lets time pass hour by hour: parcels are picked up, parts go away, the console works or not. */
final class Month implements AutoCloseable {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String SCHEDULE = "hourly";
  static final String PERSON = "lin";
  private static final Duration HOUR = Duration.ofHours(1);

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
      clock.goOnTo(to);
      site.write(to);
      if (console.isPresent()) {
        troubles.whileAtWork(from, this);
        settle();
      }
    }
  }

  /** Lets days pass in which no window is judged. */
  void skipTo(Instant instant) throws Exception {
    console().people().pause(SCHEDULE, PERSON);
    clock.goOnTo(instant);
    site.write(instant);
    console().awaitRechecks();
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
