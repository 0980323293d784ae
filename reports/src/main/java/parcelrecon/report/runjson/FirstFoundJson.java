package parcelrecon.report.runjson;

import static parcelrecon.report.file.Json.object;

import java.util.LinkedHashMap;
import java.util.Map;
import parcelrecon.model.Verdict;
import parcelrecon.report.file.Json;
import parcelrecon.report.followup.Figures;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.Progress;

/** What was first found of the incident, and what became of it, in run.json. */
final class FirstFoundJson {

  private FirstFoundJson() {}

  static Map<String, Object> of(FollowUp followUp) {
    Figures then = followUp.then();
    return object(
        "asOf", Json.time(then.asOf()),
        "headline",
            object(
                "shownAsFailed",
                then.shownAsFailed(),
                "dayTotal",
                then.dayTotal().isPresent() ? then.dayTotal().getAsLong() : null),
        "affected", then.affected(),
        "verdicts", verdicts(then),
        "toCollectMinor", then.toCollectMinor(),
        "toRefundMinor", then.toRefundMinor(),
        "progress", progress(followUp),
        "outcomes", outcomes(followUp),
        "new", followUp.fresh());
  }

  private static Map<String, Object> verdicts(Figures then) {
    Map<String, Object> verdicts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.name(), then.verdicts().getOrDefault(verdict, 0L));
    }
    verdicts.put("NONE", then.verdictsNone());
    return verdicts;
  }

  private static Map<String, Object> progress(FollowUp followUp) {
    Map<String, Object> parcels = new LinkedHashMap<>();
    Map<Progress, Long> counts = followUp.progress();
    counts.forEach((progress, count) -> parcels.put(progress.name(), count));
    return parcels;
  }

  private static Map<String, Object> outcomes(FollowUp followUp) {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    followUp
        .outcomes()
        .forEach(
            (outcome, counts) ->
                outcomes.put(
                    outcome.name(),
                    object("parcels", counts.parcels(), "withLeft", counts.withLeft())));
    return outcomes;
  }
}
