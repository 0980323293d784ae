package parcelrecon.report.diff;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.Window;
import parcelrecon.report.file.Json;
import parcelrecon.results.DiffTotals;
import parcelrecon.results.DiffTotals.Line;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.RunDiff;
import parcelrecon.results.RunRow;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** What a diff adds up to, as one JSON object. */
public final class DiffJson {

  private DiffJson() {}

  public static String text(RunDiff diff, DiffTotals totals) {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (MismatchClass some : MismatchClass.values()) {
      if (some != MismatchClass.INFO) {
        classes.put(some.name(), lines(totals.of(of(some))));
      }
    }
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (MismatchKind kind : MismatchKind.values()) {
      if (kind.mismatchClass() != MismatchClass.INFO) {
        kinds.put(kind.name(), lines(totals.kinds().get(kind)));
      }
    }
    return Json.pretty(
        Json.object(
            "incident", diff.after().incident().id(),
            "before", run(diff.before()),
            "after", run(diff.after()),
            "totals", lines(totals.of(EnumSet.allOf(MismatchKind.class))),
            "classes", classes,
            "kinds", kinds));
  }

  static Set<MismatchKind> of(MismatchClass some) {
    return Stream.of(MismatchKind.values())
        .filter(kind -> kind.mismatchClass() == some)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MismatchKind.class)));
  }

  private static Map<String, Object> run(RunRow run) {
    Window window = run.incident().window();
    return Json.object(
        "run", run.run(),
        "state", run.state(),
        "asOf", Json.time(run.asOf()),
        "window",
            Json.object(
                "from", Json.time(window.from()),
                "to", Json.time(window.to()),
                "zone", window.zone().getId()));
  }

  private static Map<String, Object> lines(Map<Line, Sum> sums) {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (Line line : Line.values()) {
      Sum sum = sums.get(line);
      lines.put(
          key(line),
          Json.object(
              "mismatches", sum.mismatches(),
              "toCollectMinor", sum.toCollectMinor(),
              "toRefundMinor", sum.toRefundMinor()));
    }
    return lines;
  }

  private static String key(Line line) {
    return switch (line) {
      case OPENING -> "opening";
      case HEALED -> "healed";
      case NOT_KNOWN -> "notKnown";
      case NEW -> "new";
      case REOPENED -> "reopened";
      case CHANGED -> "changed";
      case CLOSING -> "closing";
      case OPEN -> "open";
    };
  }
}
