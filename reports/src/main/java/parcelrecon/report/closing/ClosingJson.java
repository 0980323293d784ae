package parcelrecon.report.closing;

import static parcelrecon.report.file.Json.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import parcelrecon.report.file.Json;
import parcelrecon.report.runjson.RunJson;
import parcelrecon.results.EndSums;
import parcelrecon.results.OpenCounts;
import parcelrecon.results.RunRow;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.Ended;
import parcelrecon.rule.MismatchClass;

/** What is told of a closing, and of the runs it rests on, as JSON. */
public final class ClosingJson {

  private ClosingJson() {}

  /** Of a closing, as the command prints it and closing.json begins. */
  public static Map<String, Object> of(Closing closing) {
    return object(
        "incident", closing.incidentId(),
        "closing", closing.number(),
        "run", closing.run(),
        "runs", closing.frozen().runs(),
        "by", closing.by(),
        "at", Json.time(closing.at()),
        "reason", closing.reason(),
        "open", open(closing.frozen().open()),
        "notKnown", closing.frozen().notKnown(),
        "auditHead", closing.audit().text());
  }

  private static Map<String, Object> open(Map<MismatchClass, Long> open) {
    Map<String, Object> classes = new LinkedHashMap<>();
    open.forEach((about, mismatches) -> classes.put(about.name(), mismatches));
    return classes;
  }

  /** closing.json: also what was found, and how it ended; both add up to the same. */
  static String text(Closing closing, EndSums sums, Map<Ended.Way, Long> ways) {
    Map<String, Object> object = of(closing);
    object.put("found", object("first", sums.first(), "later", sums.later()));
    Map<String, Object> ends = new LinkedHashMap<>();
    ways.forEach((way, mismatches) -> ends.put(way.name(), mismatches));
    object.put("ends", ends);
    object.put("reviewsThrough", closing.frozen().reviewsThrough());
    object.put("answersThrough", closing.frozen().answersThrough());
    return Json.pretty(object);
  }

  /** runs.json: the finished runs of the incident and window, in their order. */
  static String runs(List<RunRow> runs, Map<Long, OpenCounts> open) {
    return Json.pretty(
        object("runs", runs.stream().map(run -> run(run, open.get(run.run()))).toList()));
  }

  private static Map<String, Object> run(RunRow run, OpenCounts open) {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (MismatchClass about : MismatchClass.values()) {
      long mismatches = open.sum(about).mismatches();
      if (mismatches > 0) {
        classes.put(about.name(), mismatches);
      }
    }
    return object(
        "run", run.run(),
        "window", RunJson.window(run.incident().window()),
        "asOf", Json.time(run.asOf()),
        "state", run.state().name(),
        "exitCode", orNull(run.exitCode()),
        "startedAt", Json.time(run.startedAt()),
        "endedAt", Json.time(run.endedAt().orElse(null)),
        "open", classes,
        "configuration", object("sha256", run.configuration().sha256()),
        "version", run.configuration().version());
  }

  private static Integer orNull(OptionalInt number) {
    return number.isPresent() ? (Integer) number.getAsInt() : null;
  }
}
