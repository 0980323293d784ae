package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.telling.Message;
import parcelrecon.tell.Notice;
import parcelrecon.tell.Tellings;

/**
 * What a site wants judged by the clock.
 *
 * @param title what its incidents are called; may be empty
 * @param settle how long after a window's end it is judged: by then its records have arrived
 * @param catchUp how long after that it still is, should nobody have been there to do it
 * @param language of the outputs, and of what people are told
 * @param notice what is told, and whom
 */
public record Schedule(
    String name,
    String title,
    WindowSeries windows,
    Duration settle,
    Duration catchUp,
    String language,
    Notice notice) {

  private static final DateTimeFormatter BEGINNING =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);

  /** One of which nobody is told. */
  public Schedule(
      String name,
      String title,
      WindowSeries windows,
      Duration settle,
      Duration catchUp,
      String language) {
    this(name, title, windows, settle, catchUp, language, Notice.NONE);
  }

  public Instant dueAt(Window window) {
    return window.to().plus(settle);
  }

  /** Until when it may be begun. */
  public Instant tooLateFrom(Window window) {
    return dueAt(window).plus(catchUp);
  }

  /** Makes what is to be told of it. */
  public Tellings tellings(ResultsDatabase database, InstantSource clock) {
    return new Tellings(
        new Message.Subject(name, title, windows.zone(), language), notice, database, clock);
  }

  /** A window is an incident of its own. */
  Incident incident(Window window, String market) {
    String beginning = BEGINNING.format(LocalDateTime.ofInstant(window.from(), window.zone()));
    return new Incident(
        name + "-" + beginning,
        title,
        market,
        window,
        Incident.Times.UNKNOWN,
        List.of(),
        List.of());
  }
}
