package parcelrecon.console.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditFilter;

/**
 * Which entries somebody asks for; every part may be absent (null).
 *
 * @param day in the site's zone
 * @param before the page begins behind this entry
 */
record AuditQuestion(
    String actor,
    AuditAction action,
    String subject,
    @DateTimeFormat(iso = ISO.DATE) LocalDate day,
    Long before) {

  AuditFilter filter(ZoneId zone) {
    return new AuditFilter(
        given(actor),
        Optional.ofNullable(action),
        given(subject),
        Optional.ofNullable(day).map(each -> each.atStartOfDay(zone).toInstant()),
        Optional.ofNullable(day).map(each -> each.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  long beforeOrNewest() {
    return before == null ? Long.MAX_VALUE : before;
  }

  public boolean isForAll() {
    return fields().isEmpty();
  }

  /** The parts given, but for the page. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    given(actor).ifPresent(each -> fields.put("actor", each));
    given(subject).ifPresent(each -> fields.put("subject", each));
    Optional.ofNullable(action).ifPresent(each -> fields.put("action", each.name()));
    Optional.ofNullable(day).ifPresent(each -> fields.put("day", each.toString()));
    return fields;
  }

  /** A path with these parts. */
  public String path(String path) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
    fields().forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
    return uri.encode().buildAndExpand(fields()).toUriString();
  }

  /** The same about one subject only, or about any. */
  public AuditQuestion about(String other) {
    return new AuditQuestion(actor, action, other, day, null);
  }

  private static Optional<String> given(String part) {
    return Optional.ofNullable(part).map(String::strip).filter(each -> !each.isEmpty());
  }
}
