package parcelrecon.results.telling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import parcelrecon.results.Columns;
import parcelrecon.results.Json;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;

/**
 * What is to be told, and whether it was. A telling is written in the transaction that makes it
 * true, so a process that dies loses none; and once, by its key.
 */
public final class TellingStore {

  /** What has ended is shown for so long. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final ResultsDatabase database;
  private final InstantSource clock;

  public TellingStore(ResultsDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes a change in the results database and keeps what is to be told of it, both or neither.
   *
   * @param change may use any store of the same database, in this thread; false where somebody else
   *     has made it, and told of it
   * @param tellings asked for after the change, in its transaction
   */
  public void keep(BooleanSupplier change, Supplier<List<Telling>> tellings) {
    database.inTurn(
        handle -> {
          if (change.getAsBoolean()) {
            tellings.get().stream()
                .filter(telling -> !isJoined(handle, telling))
                .forEach(telling -> insert(handle, telling));
          }
          return null;
        });
  }

  /** After a long standstill many windows are missed at once: they are one telling. */
  private static boolean isJoined(Handle handle, Telling telling) {
    Message message = telling.message();
    if (message.occasion() != Occasion.MISSED) {
      return false;
    }
    return handle
        .createQuery(Sql.of("telling/untried_missed"))
        .bind("schedule", message.subject().schedule())
        .bind("target", telling.target())
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("telling_key"),
                    Json.read(row.getString("message"), Message.class)))
        .findOne()
        .filter(untried -> isExtended(handle, untried.getKey(), untried.getValue().and(message)))
        .isPresent();
  }

  private static boolean isExtended(Handle handle, String key, Message message) {
    return handle
            .createUpdate(Sql.of("telling/extend_telling"))
            .bind("telling_key", key)
            .bind("message", Json.write(message))
            .bind("window_to", second(message.to()))
            .execute()
        > 0;
  }

  private void insert(Handle handle, Telling telling) {
    boolean isKept =
        handle
            .createQuery(Sql.of("telling/is_kept"))
            .bind("telling_key", telling.key())
            .mapTo(Boolean.class)
            .one();
    if (isKept) {
      return;
    }
    Message message = telling.message();
    handle
        .createUpdate(Sql.of("telling/insert_telling"))
        .bind("telling_key", telling.key())
        .bind("schedule", message.subject().schedule())
        .bind("occasion", message.occasion().name())
        .bind("window_to", second(message.to()))
        .bind("target", telling.target())
        .bind("message", Json.write(message))
        .bind("now", second(clock.instant()))
        .execute();
  }

  /** What is to be tried now, the longest waiting first. */
  public List<KeptTelling> due(String target, int rowsMax) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("telling/due_tellings"))
                    .bind("target", target)
                    .bind("now", second(clock.instant()))
                    .bind("rows_max", rowsMax)
                    .map((row, context) -> KeptTelling.of(row))
                    .list());
  }

  /**
   * Takes a try for this process.
   *
   * @param until when another one may try, should this process die
   * @return whether nobody else has it
   */
  public boolean take(KeptTelling telling, Instant until) {
    return change(
            "telling/take_telling",
            update ->
                update
                    .bind("telling_key", telling.key())
                    .bind("tries", telling.tries())
                    .bind("window_to", second(telling.message().to()))
                    .bind("until", second(until)))
        > 0;
  }

  public void sent(KeptTelling telling) {
    end(telling, TellingState.SENT, Optional.empty());
  }

  public void givenUp(KeptTelling telling, Setback why) {
    end(telling, TellingState.GIVEN_UP, Optional.of(why));
  }

  private void end(KeptTelling telling, TellingState state, Optional<Setback> setback) {
    change(
        "telling/end_telling",
        update ->
            update
                .bind("telling_key", telling.key())
                .bind("state", state.name())
                .bind("now", second(clock.instant()))
                .bind("setback", Columns.name(setback.map(Setback::reason)))
                .bind("code", setback.map(TellingStore::code).orElse(null)));
  }

  /** Has it tried again later. */
  public void putOff(KeptTelling telling, Instant nextAt, Setback why) {
    change(
        "telling/put_off_telling",
        update ->
            update
                .bind("telling_key", telling.key())
                .bind("next_at", second(nextAt))
                .bind("setback", why.reason().name())
                .bind("code", code(why)));
  }

  private static Integer code(Setback setback) {
    return setback.code().isPresent() ? (Integer) setback.code().getAsInt() : null;
  }

  /**
   * Gives up what nobody tries: no process has its target any more.
   *
   * @return how many
   */
  public int giveUpMadeBefore(Instant instant) {
    return change(
        "telling/give_up_tellings",
        update -> update.bind("made_before", second(instant)).bind("now", second(clock.instant())));
  }

  /** Forgets what has ended long ago. */
  public void forget() {
    change(
        "telling/delete_tellings",
        update -> update.bind("ended_before", second(clock.instant().minus(KEPT))));
  }

  private int change(String statement, UnaryOperator<Update> values) {
    return database
        .jdbi()
        .inTransaction(handle -> values.apply(handle.createUpdate(Sql.of(statement))).execute());
  }

  /** Through when a schedule's days were told. */
  public Optional<Instant> dailyThrough(String schedule) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("telling/latest_daily"))
                    .bind("schedule", schedule)
                    .map((row, context) -> Columns.optionalInstant(row, "window_to"))
                    .one());
  }

  /**
   * What became of a schedule's windows that ended, or were given up, in a span of time.
   *
   * @param after exclusive
   * @param through inclusive
   */
  public Message.Tally tally(String schedule, Instant after, Instant through) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("telling/window_tally"))
                    .bind("schedule", schedule)
                    .bind("after", second(after))
                    .bind("through", second(through))
                    .map(
                        (row, context) ->
                            new Message.Tally(
                                row.getLong("judged"),
                                row.getLong("affected"),
                                row.getLong("failed"),
                                row.getLong("missed")))
                    .one());
  }

  /** What was told of a schedule last, the last first. */
  public List<KeptTelling> latest(String schedule, int rowsMax) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("telling/latest_tellings"))
                    .bind("schedule", schedule)
                    .bind("rows_max", rowsMax)
                    .map((row, context) -> KeptTelling.of(row))
                    .list());
  }

  /** Tellings of one target that did not go as they should. */
  public record Unsent(long waiting, long givenUp) {}

  /**
   * By target; those without any are absent.
   *
   * @param waitingSince what was made before, and waits
   * @param givenUpSince what was given up since then
   */
  public SortedMap<String, Unsent> unsent(Instant waitingSince, Instant givenUpSince) {
    SortedMap<String, Unsent> unsent = new TreeMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                Rows.forEach(
                    handle
                        .createQuery(Sql.of("telling/unsent_tellings"))
                        .bind("waiting_since", second(waitingSince))
                        .bind("given_up_since", second(givenUpSince)),
                    row ->
                        unsent.put(
                            row.getString("target"),
                            new Unsent(row.getLong("waiting"), row.getLong("given_up")))));
    return unsent;
  }

  /** As texts they sort by time only if they are equally long. */
  private static String second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
