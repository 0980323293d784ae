package parcelrecon.app;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.schedule.ScheduleView;

/** A schedule as the command line shows it. */
record ScheduleLine(ScheduleView view) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  List<String> text() {
    List<String> lines = new ArrayList<>();
    String paused =
        view.kept()
            .pause()
            .map(pause -> ", paused by " + pause.by() + " at " + local(pause.at()))
            .orElse("");
    lines.add(view.name() + " (" + view.zone().getId() + ")" + paused);
    view.next()
        .ifPresent(
            next ->
                lines.add(
                    "  next    %s to %s, %s"
                        .formatted(
                            local(next.from()),
                            local(next.to()),
                            view.isAskedFor()
                                ? "at once"
                                : "due at " + local(view.dueAt().orElseThrow()))));
    view.windows().forEach(window -> lines.add("  " + text(window)));
    return lines;
  }

  private String text(ScheduledWindow window) {
    String state = window.state().name().toLowerCase(Locale.ROOT);
    String run = window.run().isPresent() ? ", run " + window.run().getAsLong() : "";
    String affected =
        window.affected().isPresent() ? ", affected: " + window.affected().getAsLong() : "";
    return "%-7s %s to %s%s%s"
        .formatted(state, local(window.from()), local(window.to()), run, affected);
  }

  private String local(Instant instant) {
    return MINUTE.format(LocalDateTime.ofInstant(instant, view.zone()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", view.name());
    json.put("zone", view.zone().getId());
    json.put("since", view.kept().since().toString());
    json.put(
        "paused",
        view.kept()
            .pause()
            .map(pause -> Map.of("by", pause.by(), "at", pause.at().toString()))
            .orElse(null));
    json.put("next", view.next().map(next -> span(next.from(), next.to())).orElse(null));
    json.put("dueAt", view.dueAt().map(Instant::toString).orElse(null));
    json.put("windows", view.windows().stream().map(ScheduleLine::json).toList());
    return json;
  }

  private static Map<String, Object> json(ScheduledWindow window) {
    Map<String, Object> json = new LinkedHashMap<>(span(window.from(), window.to()));
    json.put("state", window.state().name());
    json.put("run", window.run().isPresent() ? window.run().getAsLong() : null);
    json.put("affected", window.affected().isPresent() ? window.affected().getAsLong() : null);
    json.put("begunAt", window.begunAt().toString());
    json.put("endedAt", window.endedAt().map(Instant::toString).orElse(null));
    return json;
  }

  private static Map<String, Object> span(Instant from, Instant to) {
    Map<String, Object> span = new LinkedHashMap<>();
    span.put("from", from.toString());
    span.put("to", to.toString());
    return span;
  }
}
