package parcelrecon.report.answers;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a store answered, and who: {@code 2022-04-15 10:30 Lin}, {@code 2022/4/15 10:30:05}, or with
 * an offset {@code 2022-04-15T10:30+08:00}. Digits and signs may be of full width.
 *
 * @param by empty when not told
 */
record AnswerTime(Instant at, String by) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
              + "(Z|[+-]\\d{2}:\\d{2})?(?:[\\s,;，、]+(.*))?",
          Pattern.DOTALL);

  /** Absent when it is no time, or a local time that a clock change skips or doubles. */
  static Optional<AnswerTime> of(String text, ZoneId zone) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
      return narrow.equals(text) ? Optional.empty() : of(narrow, zone);
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(matcher, 1),
              number(matcher, 2),
              number(matcher, 3),
              number(matcher, 4),
              number(matcher, 5),
              matcher.group(6) == null ? 0 : number(matcher, 6));
      String by = matcher.group(8) == null ? "" : matcher.group(8).strip();
      return instant(local, matcher.group(7), zone).map(at -> new AnswerTime(at, by));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<Instant> instant(LocalDateTime local, String offset, ZoneId zone) {
    if (offset != null) {
      return Optional.of(OffsetDateTime.of(local, ZoneOffset.of(offset)).toInstant());
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.size() == 1 ? Optional.of(local.toInstant(offsets.get(0))) : Optional.empty();
  }
}
