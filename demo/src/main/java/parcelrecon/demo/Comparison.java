package parcelrecon.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.truth.Evidence;
import parcelrecon.demo.truth.Finding;
import parcelrecon.demo.truth.Kind;
import parcelrecon.demo.truth.ParcelTruth;
import parcelrecon.demo.truth.Told;
import parcelrecon.demo.truth.Told.Money;

/** Compares what a run reports with the truth, parcel by parcel. */
final class Comparison {

  static final int DIFFERENCES_SHOWN = 20;

  private static final long SHOWN_AS_FAILED = 2_117;

  private static final Set<Kind> COLLECTED = Set.of(Kind.UNCOLLECTED, Kind.SHORT_PAID);
  private static final Set<Kind> REFUNDED = Set.of(Kind.OVER_PAID, Kind.PAID_TWICE);

  private final List<ParcelTruth> truth;
  private final Function<ParcelTruth, Finding> stage;
  private final List<String> differences = new ArrayList<>();

  Comparison(List<ParcelTruth> truth, Function<ParcelTruth, Finding> stage) {
    this.truth = truth;
    this.stage = stage;
  }

  /** A line each; none when all is as it must be. */
  List<String> differences(Path run) {
    compareParcels(ReportedParcel.read(run.resolve("mismatches.csv")));
    compareTotals(RunTotals.of(run));
    return List.copyOf(differences);
  }

  /**
   * @param reported by parcel id
   */
  List<String> differences(Map<String, ReportedParcel> reported) {
    compareParcels(reported);
    return List.copyOf(differences);
  }

  private void compareParcels(Map<String, ReportedParcel> all) {
    Map<String, ReportedParcel> reported = new TreeMap<>(all);
    for (ParcelTruth parcel : truth) {
      compare(parcel, reported.remove(parcel.parcelId()));
    }
    reported.forEach(
        (id, parcel) -> tell(id, "the day", "nothing", String.valueOf(parcel.rows().keySet())));
  }

  private void compare(ParcelTruth parcel, ReportedParcel found) {
    ReportedParcel expected = expected(parcel);
    ReportedParcel seen = found == null ? ReportedParcel.NOTHING : found;
    TreeSet<String> kinds = new TreeSet<>(expected.rows().keySet());
    kinds.addAll(seen.rows().keySet());
    for (String kind : kinds) {
      compare(parcel, kind, expected.rows().get(kind), seen.rows().get(kind));
    }
    if (!expected.remedies().equals(seen.remedies())) {
      tell(parcel, "datafix", expected.remedies(), seen.remedies());
    }
  }

  private void compare(ParcelTruth parcel, String kind, Object expected, Object found) {
    if (expected == null) {
      tell(parcel, kind, "none", found);
    } else if (found == null) {
      tell(parcel, kind, expected, "none");
    } else if (!expected.equals(found)) {
      tell(parcel, kind, expected, found);
    }
  }

  private ReportedParcel expected(ParcelTruth parcel) {
    Finding finding = stage.apply(parcel);
    Map<String, ReportedParcel.Row> rows = new TreeMap<>();
    for (Told told : parcel.told()) {
      rows.put(
          ReportedParcel.key(told.kind().name(), told.group()),
          new ReportedParcel.Row(
              told.evidence().name(),
              String.valueOf(parcel.edge()),
              finding.whereabouts().text(),
              told.money().currency(),
              ReportedParcel.amounts(
                  text(told.money().dueMinor()),
                  text(told.money().paidMinor()),
                  text(told.money().toCollectMinor()),
                  text(told.money().toRefundMinor())),
              told.reason()));
    }
    TreeSet<String> remedies = new TreeSet<>();
    finding.remedies().forEach(remedy -> remedies.add(remedy.name()));
    return new ReportedParcel(rows, remedies);
  }

  private void compareTotals(RunTotals totals) {
    compareTotal("headline.shownAsFailed", SHOWN_AS_FAILED, totals.shownAsFailed());
    compareTotal("headline.dayTotal", IncidentDay.COMPLETED, totals.dayTotal());
    compareTotal("parcels.inScope", truth.size(), totals.inScope());
    Map<String, Long> counts = new HashMap<>();
    truth.stream()
        .flatMap(parcel -> parcel.told().stream())
        .forEach(told -> counts.merge(told.kind().name(), 1L, Long::sum));
    for (Kind kind : Kind.values()) {
      long expected = counts.getOrDefault(kind.name(), 0L);
      compareTotal("kinds." + kind, expected, totals.mismatches(kind.name()));
    }
    compareTieOut(totals);
  }

  /** The day has one currency, no tolerance, and what is on one receipt is equal to the cent. */
  private void compareTieOut(RunTotals totals) {
    long collect = sum(Money::toCollectMinor, COLLECTED, Evidence.CONFIRMED, Evidence.UNVERIFIED);
    long notDue = sum(Money::toCollectMinor, COLLECTED, Evidence.NOT_DUE);
    long refund = sum(Money::toRefundMinor, REFUNDED, Evidence.values());
    compareTotal(
        "tieOut.dueMinusPaidMinor", collect - refund + notDue, totals.tieOut("dueMinusPaidMinor"));
    compareTotal("tieOut.collectMinor", collect, totals.tieOut("collectMinor"));
    compareTotal("tieOut.refundMinor", refund, totals.tieOut("refundMinor"));
    compareTotal("tieOut.withinToleranceMinor", 0, totals.tieOut("withinToleranceMinor"));
    compareTotal("tieOut.notDueMinor", notDue, totals.tieOut("notDueMinor"));
    compareTotal("tieOut.settledByReceiptMinor", 0, totals.tieOut("settledByReceiptMinor"));
  }

  private long sum(ToLongFunction<Money> amount, Set<Kind> kinds, Evidence... evidence) {
    return truth.stream()
        .flatMap(parcel -> parcel.told().stream())
        .filter(told -> kinds.contains(told.kind()))
        .filter(told -> List.of(evidence).contains(told.evidence()))
        .map(Told::money)
        .mapToLong(amount)
        .sum();
  }

  private void compareTotal(String what, long expected, long found) {
    if (expected != found) {
      tell("run.json", what, expected, found);
    }
  }

  private void tell(ParcelTruth parcel, String what, Object expected, Object found) {
    tell(parcel.parcelId() + " " + parcel.story(), what, expected, found);
  }

  private void tell(String who, String what, Object expected, Object found) {
    differences.add(who + " " + what + ": " + found + ", expected " + expected);
  }

  private static String text(Long minor) {
    return minor == null ? "" : minor.toString();
  }
}
