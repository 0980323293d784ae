package parcelrecon.demo;

import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run's {@code run.json} says in numbers. */
record RunTotals(JsonNode json) {

  static RunTotals of(Path run) {
    return new RunTotals(new JsonMapper().readTree(run.resolve("run.json")));
  }

  long shownAsFailed() {
    return json.at("/headline/shownAsFailed").asLong();
  }

  long dayTotal() {
    return json.at("/headline/dayTotal").asLong();
  }

  long inScope() {
    return json.at("/parcels/inScope").asLong();
  }

  long mismatches(String kind) {
    return json.at("/kinds/" + kind + "/mismatches").asLong();
  }

  /** A term of the tie-out, in minor units of the day's currency. */
  long tieOut(String term) {
    return json.at("/tieOut/TWD/" + term).asLong();
  }

  /** For example {@code 2,117 of 161,569 (1.3 %)}. */
  String headline() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d (%.1f %%)",
        shownAsFailed(),
        dayTotal(),
        100.0 * shownAsFailed() / dayTotal());
  }
}
