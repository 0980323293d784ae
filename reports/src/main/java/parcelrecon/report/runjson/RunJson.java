package parcelrecon.report.runjson;

import static parcelrecon.report.file.Json.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.report.comparison.Comparison;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.results.Conclusion;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/**
 * run.json. Only {@code run} and {@code stages} differ between two runs of equal sources,
 * configuration, answers and as-of.
 */
public final class RunJson {

  private static final String PLAN = "plan";

  private final RunResults results;
  private final List<OutputFile> outputs;

  private RunJson(RunResults results, List<OutputFile> outputs) {
    this.results = results;
    this.outputs = outputs;
  }

  /**
   * Returns the number of rows: one.
   *
   * @param outputs all other files of the run
   */
  public static long write(RunResults results, List<OutputFile> outputs, Path path)
      throws IOException {
    String json = Json.pretty(new RunJson(results, outputs).content());
    Files.write(path, json.getBytes(StandardCharsets.UTF_8));
    return 1;
  }

  private Map<String, Object> content() {
    RunRow run = results.run();
    Totals totals = results.totals();
    Conclusion conclusion = Conclusion.of(results);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", run.run());
    object.put("incident", run.incident().id());
    object.put("title", run.incident().title());
    object.put("window", window(run.incident().window()));
    object.put("asOf", Json.time(run.asOf()));
    run.recheckOf().ifPresent(earlier -> object.put("recheckOf", earlier));
    object.put("state", conclusion.state().name());
    object.put("exitCode", conclusion.exitCode().code());
    object.put("headline", headline(totals));
    FollowUp.of(results)
        .ifPresent(followUp -> object.put("firstFound", FirstFoundJson.of(followUp)));
    object.put("outbound", outbound(totals));
    object.put("parcels", parcels(totals.parcels()));
    object.put("verdicts", verdicts(totals));
    object.put("classes", classes(totals));
    object.put("kinds", kinds(totals));
    object.put("tieOut", tieOut());
    object.put("sources", results.sources().stream().map(SourceJson::of).toList());
    object.put("datafixes", datafixes(totals));
    Comparison.of(results)
        .ifPresent(comparison -> object.put("comparison", ComparisonJson.of(comparison)));
    object.put("stages", results.stages().stream().map(this::stage).toList());
    object.put("outputs", outputs.stream().map(RunJson::output).toList());
    object.put("configuration", object("sha256", run.configuration().sha256()));
    object.put("version", run.configuration().version());
    return object;
  }

  public static Map<String, Object> window(Window window) {
    return object(
        "from", Json.time(window.from()),
        "to", Json.time(window.to()),
        "zone", window.zone().getId());
  }

  private Map<String, Object> headline(Totals totals) {
    return object(
        "shownAsFailed", totals.kinds().get(MismatchKind.SHOWN_AS_FAILED).mismatches(),
        "dayTotal", dayTotal());
  }

  private Map<String, Object> outbound(Totals totals) {
    return object("dayTotal", dayTotal(), "inScope", totals.parcels().inScope());
  }

  private Long dayTotal() {
    return results.run().dayTotal().isPresent()
        ? (Long) results.run().dayTotal().getAsLong()
        : null;
  }

  private static Map<String, Object> parcels(Totals.Parcels parcels) {
    return object(
        "inScope", parcels.inScope(),
        "affected", parcels.affected(),
        "downstreamOnly", parcels.downstreamOnly(),
        "informational", parcels.informational(),
        "clean", parcels.clean());
  }

  private static Map<String, Object> verdicts(Totals totals) {
    Map<String, Object> verdicts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.name(), totals.verdicts().getOrDefault(verdict, 0L));
    }
    verdicts.put("NONE", totals.verdictsNone());
    return verdicts;
  }

  private static Map<String, Object> classes(Totals totals) {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (MismatchClass each : MismatchClass.values()) {
      if (each != MismatchClass.INFO) {
        classes.put(each.name(), totals.classes().getOrDefault(each, 0L));
      }
    }
    return classes;
  }

  private static Map<String, Object> kinds(Totals totals) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (MismatchKind kind : MismatchKind.values()) {
      kinds.put(kind.name(), kind(totals.kinds().get(kind)));
    }
    return kinds;
  }

  private static Map<String, Object> kind(Totals.KindTotals kind) {
    return object(
        "mismatches", kind.mismatches(),
        "confirmed", kind.confirmed(),
        "unverified", kind.unverified(),
        "notDue", kind.notDue(),
        "edge", kind.edge(),
        "toCollectMinor", new TreeMap<>(kind.toCollectMinor()),
        "toRefundMinor", new TreeMap<>(kind.toRefundMinor()));
  }

  /** Null where money is not tied out. */
  private Map<String, Object> tieOut() {
    return results
        .tieOut()
        .<Map<String, Object>>map(
            sums -> {
              Map<String, Object> byCurrency = new LinkedHashMap<>();
              sums.forEach((currency, tieOut) -> byCurrency.put(currency, tieOut(tieOut)));
              return byCurrency;
            })
        .orElse(null);
  }

  private static Map<String, Object> tieOut(TieOut tieOut) {
    return object(
        "dueMinusPaidMinor", tieOut.dueMinusPaidMinor(),
        "collectMinor", tieOut.collectMinor(),
        "refundMinor", tieOut.refundMinor(),
        "withinToleranceMinor", tieOut.withinToleranceMinor(),
        "notDueMinor", tieOut.notDueMinor(),
        "settledByReceiptMinor", tieOut.settledByReceiptMinor());
  }

  private static Map<String, Object> datafixes(Totals totals) {
    Map<String, Object> datafixes = new LinkedHashMap<>();
    for (Suggestion suggestion : Suggestion.values()) {
      if (totals.datafixes().containsKey(suggestion)) {
        datafixes.put(suggestion.name(), totals.datafixes().get(suggestion));
      }
    }
    return datafixes;
  }

  /**
   * A snapshot's name differs between two runs of equal sources, so it stands here and nowhere
   * else: of all outputs, only {@code run} and {@code stages} may differ.
   */
  private Map<String, Object> stage(Totals.Stage stage) {
    Map<String, Object> object =
        object("name", stage.name(), "millis", stage.millis(), "rows", stage.rows());
    if (stage.name().equals(PLAN) && !results.snapshots().isEmpty()) {
      object.put("snapshots", snapshots());
    }
    return object;
  }

  private List<Map<String, Object>> snapshots() {
    return results.snapshots().entrySet().stream()
        .map(of -> object("source", of.getKey().text(), "snapshot", of.getValue()))
        .toList();
  }

  private static Map<String, Object> output(OutputFile output) {
    return object("file", output.file(), "rows", output.rows(), "sha256", output.sha256());
  }
}
