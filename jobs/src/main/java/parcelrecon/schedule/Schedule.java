package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;

/**
 * What a site wants judged by the clock.
 *
 * @param title what its incidents are called; may be empty
 * @param settle how long after a window's end it is judged: by then its records have arrived
 * @param catchUp how long after that it still is, should nobody have been there to do it
 * @param language of the outputs
 */
public record Schedule(
    String name,
    String title,
    WindowSeries windows,
    Duration settle,
    Duration catchUp,
    String language) {

  private static final DateTimeFormatter BEGINNING =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);

  public Instant dueAt(Window window) {
    return window.to().plus(settle);
  }

  /** Until when it may be begun. */
  public Instant tooLateFrom(Window window) {
    return dueAt(window).plus(catchUp);
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
