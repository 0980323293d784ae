package parcelrecon.results.telling;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A message for one target. */
public record Telling(String target, Message message) {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The same whoever tells it and however often, so that it is kept once, and so that a receiver
   * can drop what it has. ASCII without blanks, commas, colons and quotes: good for a header and
   * for the id of a mail. {@code hourly/20220413T120000Z/5/result/ops}
   */
  public String key() {
    return String.join(
        "/",
        message.subject().schedule(),
        basic(message.to()),
        message.run().map(run -> String.valueOf(run.run())).orElse("-"),
        message.occasion().name().toLowerCase(Locale.ROOT),
        target);
  }

  private static String basic(Instant instant) {
    return SECOND.format(instant);
  }
}
