package parcelrecon.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.schedule.KeptSchedule;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;

/** Where people see the schedules of a site and steer them; whatever they do is in the audit. */
public final class ScheduleDesk {

  private final List<Schedule> schedules;
  private final ScheduleStore store;
  private final AuditStore audit;
  private final InstantSource clock;

  public ScheduleDesk(List<Schedule> schedules, ResultsDatabase database, InstantSource clock) {
    this.schedules = List.copyOf(schedules);
    this.store = new ScheduleStore(database, clock);
    this.audit = new AuditStore(database, clock);
    this.clock = clock;
  }

  /** In the order of the configuration. */
  public List<ScheduleView> all(int windowsMax) {
    return schedules.stream().map(each -> view(each, Optional.empty(), windowsMax)).toList();
  }

  /**
   * @param before windows that end earlier; absent for the latest
   * @return absent when the configuration has none of this name
   */
  public Optional<ScheduleView> find(String name, Optional<Instant> before, int windowsMax) {
    return find(name).map(each -> view(each, before, windowsMax));
  }

  private Optional<Schedule> find(String name) {
    return schedules.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private ScheduleView view(Schedule schedule, Optional<Instant> before, int rowsMax) {
    KeptSchedule kept = store.keep(schedule.name());
    Optional<Window> next = next(schedule, kept);
    List<ScheduledWindow> read = store.windows(schedule.name(), before, rowsMax + 1);
    List<ScheduledWindow> shown = read.subList(0, Math.min(read.size(), rowsMax));
    return new ScheduleView(
        schedule,
        kept,
        next,
        next.filter(window -> !window.to().isAfter(clock.instant())).isPresent(),
        shown,
        read.size() > rowsMax ? Optional.of(shown.get(rowsMax - 1).to()) : Optional.empty());
  }

  private Optional<Window> next(Schedule schedule, KeptSchedule kept) {
    return schedule
        .windows()
        .after(store.latest(schedule.name()).map(ScheduledWindow::to).orElse(kept.since()));
  }

  /** No window is begun from now on. */
  public void pause(String name, String by) {
    store.keep(name);
    keep(name, by, AuditAction.SCHEDULE_PAUSED, () -> store.pause(name, by));
  }

  /** What ended meanwhile is caught up. */
  public void goOn(String name, String by) {
    store.keep(name);
    keep(name, by, AuditAction.SCHEDULE_RESUMED, () -> store.goOn(name));
  }

  /**
   * Has the next window judged before it is due.
   *
   * @return it; absent where it has not ended yet, or there is no such schedule
   */
  public Optional<Window> ask(String name, String by) {
    Optional<Window> next =
        find(name, Optional.empty(), 1).filter(ScheduleView::isOver).flatMap(ScheduleView::next);
    next.ifPresent(
        window -> keep(name, by, AuditAction.SCHEDULE_ASKED, () -> store.ask(name, window)));
    return next;
  }

  private void keep(String name, String by, AuditAction action, Runnable change) {
    audit.keep(
        () -> {
          change.run();
          return name;
        },
        changed -> new AuditAct(by, action, "schedule " + changed));
  }
}
