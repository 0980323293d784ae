package parcelrecon.results.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import parcelrecon.model.Window;
import parcelrecon.results.Columns;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;
import parcelrecon.results.schedule.KeptSchedule.Pause;

/**
 * Keeps which windows of schedules are done. A window is written down once, in the order of time,
 * in one transaction with the beginning of its run: however many ask for it at once, and whatever
 * their clocks say.
 */
public final class ScheduleStore {

  /** Sorts after every instant. */
  private static final String END_OF_TIME = "~";

  private final ResultsDatabase database;
  private final InstantSource clock;

  public ScheduleStore(ResultsDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A schedule as it is kept; one not known before is known from now on. */
  public KeptSchedule keep(String name) {
    return find(name).orElseGet(() -> database.inTurn(handle -> known(handle, name)));
  }

  private KeptSchedule known(Handle handle, String name) {
    if (find(handle, name).isEmpty()) {
      handle
          .createUpdate(Sql.of("schedule/insert_schedule"))
          .bind("schedule", name)
          .bind("since", second(clock.instant()).toString())
          .execute();
    }
    return find(handle, name).orElseThrow();
  }

  /** Absent where no process has ever seen it. */
  public Optional<KeptSchedule> find(String name) {
    return database.jdbi().withHandle(handle -> find(handle, name));
  }

  private static Optional<KeptSchedule> find(Handle handle, String name) {
    return handle
        .createQuery(Sql.of("schedule/schedule"))
        .bind("schedule", name)
        .map(
            (row, context) ->
                new KeptSchedule(
                    name,
                    Columns.instant(row, "since"),
                    pause(row),
                    Columns.optionalInstant(row, "asked_for")))
        .findOne();
  }

  private static Optional<Pause> pause(ResultSet row) throws SQLException {
    String by = row.getString("paused_by");
    return by == null
        ? Optional.empty()
        : Optional.of(new Pause(by, Columns.instant(row, "paused_at")));
  }

  /** Has a window judged before it is due, should it be the next. */
  public void ask(String name, Window window) {
    change("schedule/ask", name, update -> update.bind("asked_for", window.to().toString()));
  }

  /** No window is begun from now on; that of a run in hand is brought to its end. */
  public void pause(String name, String by) {
    pause(name, Optional.of(new Pause(by, second(clock.instant()))));
  }

  /** Goes on with the first window not begun: what ended meanwhile is caught up. */
  public void goOn(String name) {
    pause(name, Optional.empty());
  }

  private void pause(String name, Optional<Pause> pause) {
    change(
        "schedule/pause",
        name,
        update ->
            update
                .bind("paused_by", pause.map(Pause::by).orElse(null))
                .bind("paused_at", Columns.text(pause.map(Pause::at))));
  }

  private void change(String statement, String name, UnaryOperator<Update> values) {
    int known =
        database.inTurn(
            handle ->
                values
                    .apply(handle.createUpdate(Sql.of(statement)).bind("schedule", name))
                    .execute());
    if (known == 0) {
      throw new IllegalArgumentException("there is no schedule " + name);
    }
  }

  /** The one that ends last, of those begun or given up. */
  public Optional<ScheduledWindow> latest(String name) {
    return database.jdbi().withHandle(handle -> latest(handle, name));
  }

  private static Optional<ScheduledWindow> latest(Handle handle, String name) {
    return handle
        .createQuery(Sql.of("schedule/latest_window"))
        .bind("schedule", name)
        .map((row, context) -> ScheduledWindow.of(row))
        .findOne();
  }

  /**
   * A page of windows, the last first.
   *
   * @param before those that end earlier; absent for the first page
   */
  public List<ScheduledWindow> windows(String name, Optional<Instant> before, int rowsMax) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("schedule/windows"))
                    .bind("schedule", name)
                    .bind("before", before.map(Instant::toString).orElse(END_OF_TIME))
                    .bind("rows_max", rowsMax)
                    .map((row, context) -> ScheduledWindow.of(row))
                    .list());
  }

  /**
   * Begins a window, unless somebody has: with the beginning of its run, both or neither.
   *
   * @param run begins it in this thread, and returns its number
   * @return the number; absent where the window was begun or given up already, another one is
   *     running, or the schedule is paused
   */
  public OptionalLong begin(String name, Window window, Instant dueAt, LongSupplier run) {
    return database.inTurn(
        handle -> {
          if (!isNext(handle, name, window)) {
            return OptionalLong.empty();
          }
          long number = run.getAsLong();
          insert(handle, name, window, dueAt, WindowState.RUNNING, OptionalLong.of(number));
          return OptionalLong.of(number);
        });
  }

  /**
   * Begins another run for a window whose own cannot be gone on with.
   *
   * @return the run's number; absent where somebody else has done so, or ended it
   */
  public OptionalLong beginAgain(ScheduledWindow window, LongSupplier run) {
    return database.inTurn(
        handle -> {
          if (latest(handle, window.schedule()).filter(window::equals).isEmpty()) {
            return OptionalLong.empty();
          }
          long number = run.getAsLong();
          handle
              .createUpdate(Sql.of("schedule/begin_window_again"))
              .bind("schedule", window.schedule())
              .bind("window_to", window.to().toString())
              .bind("run", number)
              .execute();
          return OptionalLong.of(number);
        });
  }

  /**
   * Gives up a window that is too old to be judged.
   *
   * @return whether nobody else did
   */
  public boolean miss(String name, Window window, Instant dueAt) {
    return database.inTurn(
        handle -> {
          boolean isNext = isNext(handle, name, window);
          if (isNext) {
            insert(handle, name, window, dueAt, WindowState.MISSED, OptionalLong.empty());
          }
          return isNext;
        });
  }

  private static boolean isNext(Handle handle, String name, Window window) {
    boolean isPaused = find(handle, name).map(KeptSchedule::isPaused).orElse(true);
    return !isPaused
        && latest(handle, name)
            .map(last -> last.state() != WindowState.RUNNING && last.to().isBefore(window.to()))
            .orElse(true);
  }

  private void insert(
      Handle handle,
      String name,
      Window window,
      Instant dueAt,
      WindowState state,
      OptionalLong run) {
    String now = second(clock.instant()).toString();
    handle
        .createUpdate(Sql.of("schedule/insert_window"))
        .bind("schedule", name)
        .bind("window_from", window.from().toString())
        .bind("window_to", window.to().toString())
        .bind("due_at", dueAt.toString())
        .bind("state", state.name())
        .bind("run", Columns.number(run))
        .bind("begun_at", now)
        .bind("ended_at", state == WindowState.RUNNING ? null : now)
        .execute();
  }

  /**
   * Its run has found something or nothing.
   *
   * @return false where the window has ended already
   */
  public boolean judged(ScheduledWindow window, long affected) {
    return end(window, WindowState.JUDGED, OptionalLong.of(affected));
  }

  /**
   * Its run has no results.
   *
   * @return false where the window has ended already
   */
  public boolean failed(ScheduledWindow window) {
    return end(window, WindowState.FAILED, OptionalLong.empty());
  }

  private boolean end(ScheduledWindow window, WindowState state, OptionalLong affected) {
    return database.inTurn(
        handle ->
            handle
                    .createUpdate(Sql.of("schedule/end_window"))
                    .bind("schedule", window.schedule())
                    .bind("window_to", window.to().toString())
                    .bind("state", state.name())
                    .bind("ended_at", second(clock.instant()).toString())
                    .bind("affected", Columns.number(affected))
                    .execute()
                > 0);
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
