package parcelrecon.tell;

import static parcelrecon.report.file.Json.object;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.results.telling.Message.OfRun;
import parcelrecon.results.telling.Message.Tally;

/** A message for programs. Fields are only ever added while the version stays. */
record PlainJson(Message message) {

  static final int VERSION = 1;

  Map<String, Object> of(String key, Note note) {
    Map<String, Object> json =
        object(
            "version",
            VERSION,
            "key",
            key,
            "what",
            message.occasion().name(),
            "schedule",
            message.subject().schedule(),
            "title",
            message.subject().title(),
            "text",
            note.title(),
            "language",
            message.subject().language(),
            "window",
            object(
                "from",
                message.from().toString(),
                "to",
                message.to().toString(),
                "zone",
                message.subject().zone().getId()));
    message.run().ifPresent(run -> json.putAll(of(run)));
    message
        .recheck()
        .ifPresent(
            recheck ->
                json.put(
                    "recheck",
                    object("cameBack", recheck.cameBack(), "notKnown", recheck.notKnown())));
    message.tally().ifPresent(tally -> json.put("windows", of(tally)));
    note.link().ifPresent(link -> json.put("link", link.to().toString()));
    return json;
  }

  private static Map<String, Object> of(OfRun run) {
    Map<String, Object> json = object("incident", run.incident(), "run", run.run());
    run.exitCode().ifPresent(code -> json.put("exitCode", code));
    run.found().ifPresent(found -> json.putAll(of(found)));
    return json;
  }

  private static Map<String, Object> of(Found found) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    found.kinds().forEach((kind, count) -> kinds.put(kind.name(), count));
    Map<String, String> incomplete = new TreeMap<>();
    found.lacking().forEach((source, state) -> incomplete.put(source.text(), state.name()));
    return object(
        "affected",
        found.affected(),
        "kinds",
        kinds,
        "toCollectMinor",
        found.toCollectMinor(),
        "toRefundMinor",
        found.toRefundMinor(),
        "incomplete",
        incomplete);
  }

  private static Map<String, Object> of(Tally tally) {
    return object(
        "judged",
        tally.judged(),
        "affected",
        tally.affected(),
        "failed",
        tally.failed(),
        "missed",
        tally.missed());
  }
}
