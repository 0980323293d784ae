package parcelrecon.console.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.console.page.PageTimes;
import parcelrecon.report.text.Texts;
import parcelrecon.results.audit.AuditEntry;

/**
 * An entry as the page shows it. What nobody has words for is shown as it stands: it may be what
 * somebody put there.
 *
 * @param about path to the entries about the same subject
 * @param details each with its name
 */
record AuditRow(
    long number,
    String at,
    String actor,
    String action,
    String subject,
    String about,
    List<String> details,
    String hash) {

  /** Values that have their words elsewhere, by the name of the detail. */
  private static final Map<String, String> NAMED =
      Map.of("kind", "kind.", "language", "page.language.", "action", "audit.action.");

  private static final Pattern SUBJECT = Pattern.compile("([a-z]+) ([a-z0-9-]{1,40})");

  static AuditRow of(
      AuditEntry entry, AuditQuestion question, ZoneId zone, PageTimes times, Texts texts) {
    Words words = new Words(zone, times, texts);
    return new AuditRow(
        entry.number(),
        entry.instant().map(instant -> times.at(instant, zone)).orElse(entry.doneAt()),
        entry.actor(),
        entry
            .knownAction()
            .map(action -> texts.text("audit.action." + action))
            .orElse(entry.action()),
        subject(entry.subject(), texts),
        question.about(entry.subject()).path("/audit"),
        entry.details().entrySet().stream()
            .map(each -> words.detail(each.getKey(), each.getValue()))
            .toList(),
        entry.hash());
  }

  /** In words, where there are any. */
  static String subject(String subject, Texts texts) {
    Matcher named = SUBJECT.matcher(subject);
    String key = "audit.subject." + (named.matches() ? named.group(1) : subject);
    if (!texts.has(key)) {
      return subject;
    }
    return named.matches() ? texts.text(key, named.group(2)) : texts.text(key);
  }

  private record Words(ZoneId zone, PageTimes times, Texts texts) {

    String detail(String name, String value) {
      String key = "audit.detail." + name;
      return texts.text(
          "audit.detail", texts.has(key) ? texts.text(key) : name, value(name, value));
    }

    private String value(String name, String value) {
      String key = NAMED.getOrDefault(name, "audit.value." + name + ".") + value;
      return texts.has(key) ? texts.text(key) : time(value).orElse(value);
    }

    private Optional<String> time(String value) {
      try {
        return Optional.of(times.withZone(Instant.parse(value), zone));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
