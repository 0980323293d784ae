package parcelrecon.report.listed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parcelrecon.model.Store;
import parcelrecon.report.file.Json;
import parcelrecon.results.RunRow;

/** The answers as one JSON object. */
public final class ListedJson {

  private final List<Map<String, Object>> parcels = new ArrayList<>();

  public void add(ListedAnswer answer) {
    parcels.add(
        Json.object(
            "given", answer.given(),
            "place", answer.place(),
            "meant", answer.meant(),
            "storeId", answer.store().map(Store::storeId).filter(id -> !id.isEmpty()).orElse(null),
            "kinds", answer.kinds(),
            "verdict", answer.verdict().orElse(null),
            "suggestions", answer.suggestions(),
            "explanation", answer.explanation()));
  }

  public String text(RunRow run, GivenList list, ListedCount count) {
    return Json.pretty(
        Json.object(
            "run", run.run(),
            "incident", run.incident().id(),
            "given", list.ids().size(),
            "repeated", list.repeated(),
            "onList", count.of(Place.Side.ON),
            "notOnList", count.of(Place.Side.OFF),
            "unknown", count.of(Place.Side.UNKNOWN),
            "parcels", parcels));
  }
}
