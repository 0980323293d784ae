package parcelrecon.rulecase;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import parcelrecon.datafix.DatafixPlanner;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;

/** How a case writes everything but the parcel: window, settings, phases, sources, groups. */
final class ContextNotation {

  /** What a case may set; the rest is the incident's window, standard settings, whole sources. */
  static final Set<String> KEYS =
      Set.of(
          "window",
          "as-of",
          "settings",
          "tolerance",
          "phases",
          "sources",
          "incomplete",
          "payments",
          "complete-through",
          "outbounds-anywhere",
          "reversal-type",
          "still-here",
          "groups",
          "table");

  private final Map<String, Object> values;

  ContextNotation(Map<String, Object> values) {
    this.values = values;
  }

  JudgingContext context() {
    return new JudgingContext(
        window(),
        words("phases").stream().map(ContextNotation::phase).toList(),
        asOf(),
        new RuleSettings(settings(), tolerance()),
        new JudgingContext.Sources(
            coverage(),
            !text("payments", "independent").equals("derived"),
            Optional.ofNullable(text("complete-through", null)).map(Words::instant),
            !text("outbounds-anywhere", "true").equals("false")),
        new JudgingContext.Events(
            RecordNotation.OUTBOUND_TYPE,
            Optional.of(text("reversal-type", "OUTBOUND_REVERSED"))
                .filter(type -> !type.equals("none")),
            words("still-here").isEmpty() ? List.of("STOCK_TAKE") : words("still-here"),
            groups()));
  }

  DatafixPlanner planner() {
    Coverage events = coverage().get(SourceName.EVENTS);
    return new DatafixPlanner(
        asOf(),
        text("table", "true").equals("true"),
        events != null && events.state() == Coverage.State.COMPLETE);
  }

  private Instant asOf() {
    return Words.instant(text("as-of", "16T12:00"));
  }

  private Window window() {
    String text = text("window", "19:33..20:22");
    return text.equals("all")
        ? Window.all(Words.ZONE)
        : new Window(span(text)[0], span(text)[1], Words.ZONE);
  }

  private Map<RuleSetting, Duration> settings() {
    Map<RuleSetting, Duration> settings = new EnumMap<>(RuleSetting.class);
    map("settings")
        .forEach(
            (key, value) ->
                settings.put(
                    RuleSetting.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')),
                    Words.duration(value)));
    return settings;
  }

  private Tolerance tolerance() {
    if (!(values.get("tolerance") instanceof Map)) {
      return new Tolerance(new BigDecimal(text("tolerance", "0")), Map.of(), true);
    }
    Map<String, BigDecimal> perCurrency = new HashMap<>();
    map("tolerance").forEach((key, value) -> perCurrency.put(key, new BigDecimal(value)));
    return new Tolerance(BigDecimal.ZERO, perCurrency, true);
  }

  /** {@code 19:42..19:44 counter-failing} or {@code … events-off}. */
  private static Incident.Phase phase(String text) {
    Words words = new Words(text);
    Instant[] span = span(words.plain(0));
    return new Incident.Phase(
        text,
        text,
        span[0],
        span[1],
        words.plain().contains("counter-failing"),
        words.plain().contains("events-off"));
  }

  private Map<SourceName, Coverage> coverage() {
    Map<SourceName, Coverage> coverage = new EnumMap<>(SourceName.class);
    List<String> names = List.of(text("sources", "outbound payments events").split("\\s+"));
    for (String name : names) {
      coverage.put(SourceName.of(name), coverage(map("incomplete").get(name)));
    }
    return coverage;
  }

  /** {@code whole}, {@code unknown} or the spans that are not covered. */
  private static Coverage coverage(String gaps) {
    return gaps == null
        ? new Coverage(List.of(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS)))
        : new Coverage(Arrays.stream(gaps.split("\\s+")).map(ContextNotation::lacking).toList());
  }

  private static Coverage.Reason lacking(String gap) {
    return switch (gap) {
      case "unknown" -> Coverage.Reason.of(Coverage.Code.REPLICA_OF_UNKNOWN_AGE);
      case "whole" -> Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "f", "9");
      default ->
          new Coverage.Reason(
              Coverage.Code.CUT_LAST_ROW,
              List.of("f", "9"),
              Optional.of(new Coverage.Gap(span(gap)[0], span(gap)[1])));
    };
  }

  /** Group to {@code topic/partition:offset …}. */
  private List<JudgingContext.GroupOffsets> groups() {
    return map("groups").entrySet().stream()
        .map(entry -> new JudgingContext.GroupOffsets(entry.getKey(), offsets(entry.getValue())))
        .toList();
  }

  private static Map<String, Map<Integer, Long>> offsets(String text) {
    Map<String, Map<Integer, Long>> offsets = new HashMap<>();
    for (String word : text.split("\\s+")) {
      String[] parts = word.split("[/:]");
      offsets
          .computeIfAbsent(parts[0], topic -> new HashMap<>())
          .put(Integer.valueOf(parts[1]), Long.valueOf(parts[2]));
    }
    return offsets;
  }

  private static Instant[] span(String text) {
    String[] ends = text.split("\\.\\.");
    return new Instant[] {Words.instant(ends[0]), Words.instant(ends[1])};
  }

  private String text(String key, String otherwise) {
    Object value = values.get(key);
    return value == null ? otherwise : value.toString();
  }

  private List<String> words(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private Map<String, String> map(String key) {
    Map<String, String> map = new TreeMap<>();
    if (values.get(key) instanceof Map<?, ?> given) {
      given.forEach((name, value) -> map.put(String.valueOf(name), String.valueOf(value)));
    }
    return map;
  }
}
