package parcelrecon.console.runs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;

/**
 * Makes a request of what was filled in, or tells everything that is wrong with it, by field, in
 * the language of the page.
 */
final class StartReading {

  static final int TITLE_MAX = 200;

  /** What can be compared with, in days before. */
  static final List<Integer> COMPARED_DAYS = List.of(1, 7, 14, 28);

  private final StartForm form;
  private final ConsoleSite site;
  private final StartIncidents known;
  private final Texts texts;
  private final Map<String, String> problems = new LinkedHashMap<>();

  StartReading(StartForm form, ConsoleSite site, StartIncidents known, Texts texts) {
    this.form = form;
    this.site = site;
    this.known = known;
    this.texts = texts;
  }

  /** Sentences by the name of their field, in the order of the form. */
  Map<String, String> problems() {
    return problems;
  }

  /**
   * @param now what the run is judged as of
   * @return empty when there is a problem
   */
  Optional<ReconcileRequest> read(Instant now) {
    Optional<Incident> incident = incident();
    Optional<Control> control = incident.flatMap(found -> control(found.window(), now));
    if (!Texts.LANGUAGES.contains(form.language())) {
      refuse("language", "runs.new.problem.language");
    }
    int callers = callers();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReconcileRequest(
            incident.orElseThrow(),
            now.truncatedTo(ChronoUnit.MILLIS),
            control,
            new RunRow.Options(site.out(), form.language(), callers, ScriptForm.SCRIPT, false)));
  }

  private Optional<Incident> incident() {
    if (form.incident().isEmpty()) {
      return newIncident();
    }
    Optional<Incident> found = known.find(form.incident());
    if (found.isEmpty()) {
      refuse("incident", "runs.new.problem.incident");
    }
    return found;
  }

  private Optional<Incident> newIncident() {
    if (!Incident.isId(form.id())) {
      refuse("id", form.id().isEmpty() ? "runs.new.problem.noId" : "runs.new.problem.id");
    }
    if (form.title().length() > TITLE_MAX
        || form.title().chars().anyMatch(Character::isISOControl)) {
      refuse("title", "runs.new.problem.title", TITLE_MAX);
    }
    Optional<Instant> from = time("from", form.from());
    Optional<Instant> to = time("to", form.to());
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      refuse("to", "runs.new.problem.order");
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Incident(
            form.id(),
            form.title(),
            site.market(),
            new Window(from.orElseThrow(), to.orElseThrow(), site.zone()),
            Incident.Times.UNKNOWN,
            List.of(),
            List.of()));
  }

  private Optional<Instant> time(String field, String text) {
    if (text.isEmpty()) {
      refuse(field, "runs.new.problem.noTime");
      return Optional.empty();
    }
    try {
      return instant(
          field, LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME), site.zone());
    } catch (DateTimeException unreadable) {
      refuse(field, "runs.new.problem.time");
      return Optional.empty();
    }
  }

  /** A local time that a clock change skips or doubles means no instant. */
  private Optional<Instant> instant(String field, LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return Optional.of(local.toInstant(offsets.get(0)));
    }
    String key = offsets.isEmpty() ? "runs.new.problem.skipped" : "runs.new.problem.doubled";
    refuse(field, key, local.toString().replace('T', ' '), zone.getId());
    return Optional.empty();
  }

  private Optional<Control> control(Window window, Instant now) {
    if (form.compareDays().isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> days =
        COMPARED_DAYS.stream()
            .filter(each -> each.toString().equals(form.compareDays()))
            .findFirst();
    if (days.isEmpty() || window.isAll()) {
      refuse("compareDays", "runs.new.problem.compare");
      return Optional.empty();
    }
    return control(window, days.get(), now);
  }

  private Optional<Control> control(Window window, int days, Instant now) {
    ZoneId zone = window.zone();
    Optional<Instant> from =
        instant("compareDays", LocalDateTime.ofInstant(window.from(), zone).minusDays(days), zone);
    Optional<Instant> to =
        instant("compareDays", LocalDateTime.ofInstant(window.to(), zone).minusDays(days), zone);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isAfter(window.from())) {
      refuse("compareDays", "runs.new.problem.compareOverlaps");
      return Optional.empty();
    }
    Instant asOf = LocalDateTime.ofInstant(now, zone).minusDays(days).atZone(zone).toInstant();
    return Optional.of(
        new Control(new Window(from.get(), to.get(), zone), asOf.truncatedTo(ChronoUnit.MILLIS)));
  }

  private int callers() {
    String digits = form.callers().matches("\\d{1,6}") ? form.callers() : "0";
    int callers = Integer.parseInt(digits);
    if (callers < 1 || callers > ReconcileRequest.CALLERS_MAX) {
      refuse("callers", "runs.new.problem.callers", ReconcileRequest.CALLERS_MAX);
    }
    return callers;
  }

  private void refuse(String field, String key, Object... arguments) {
    problems.putIfAbsent(field, texts.text(key, arguments));
  }
}
