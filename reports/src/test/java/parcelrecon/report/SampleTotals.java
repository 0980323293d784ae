package parcelrecon.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.Totals;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Mismatch.Amounts;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** Counts a sample's parcels as a run would; 1,000 clean parcels are added. */
final class SampleTotals {

  private static final long CLEAN = 1_000;

  private SampleTotals() {}

  static Totals of(List<ParcelRow> parcels) {
    List<ParcelRow> affected = standing(parcels, Standing.AFFECTED);
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(
          verdict, count(affected, row -> row.verdict().filter(verdict::equals).isPresent()));
    }
    return new Totals(
        new Totals.Parcels(
            parcels.size() + CLEAN,
            affected.size(),
            standing(parcels, Standing.DOWNSTREAM_ONLY).size(),
            standing(parcels, Standing.INFORMATIONAL).size(),
            CLEAN),
        verdicts,
        count(affected, row -> row.verdict().isEmpty()),
        classes(parcels),
        kinds(parcels),
        datafixes(parcels),
        Map.of(1, 60L, 3, 14L, 5, 12L, 10, 3L, 30, 1L, 60, 0L));
  }

  private static List<ParcelRow> standing(List<ParcelRow> parcels, Standing standing) {
    return parcels.stream().filter(row -> row.standing() == standing).toList();
  }

  private static <T> long count(List<T> rows, Function<T, Boolean> which) {
    return rows.stream().filter(which::apply).count();
  }

  private static Map<MismatchClass, Long> classes(List<ParcelRow> parcels) {
    Map<MismatchClass, Long> classes = new EnumMap<>(MismatchClass.class);
    for (MismatchClass each : MismatchClass.values()) {
      if (each != MismatchClass.INFO) {
        classes.put(
            each,
            count(
                parcels,
                row ->
                    row.mismatches().stream()
                        .anyMatch(found -> found.mismatch().kind().mismatchClass() == each)));
      }
    }
    return classes;
  }

  private static Map<MismatchKind, Totals.KindTotals> kinds(List<ParcelRow> parcels) {
    Map<MismatchKind, Totals.KindTotals> kinds = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      List<Mismatch> found =
          parcels.stream()
              .flatMap(row -> row.mismatches().stream())
              .map(MismatchRow::mismatch)
              .filter(mismatch -> mismatch.kind() == kind)
              .toList();
      kinds.put(
          kind,
          new Totals.KindTotals(
              found.size(),
              count(found, each -> each.proof() == Proof.CONFIRMED),
              count(found, each -> each.proof() == Proof.UNVERIFIED),
              count(found, each -> each.proof() == Proof.NOT_DUE),
              count(found, Mismatch::edge),
              sums(found, Amounts::toCollectMinor),
              sums(found, Amounts::toRefundMinor)));
    }
    return kinds;
  }

  static Totals.Found found(List<ParcelRow> parcels) {
    Map<MismatchKind, Long> found = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      found.put(
          kind,
          count(
              parcels,
              row ->
                  row.mismatches().stream()
                      .map(MismatchRow::mismatch)
                      .anyMatch(each -> each.kind() == kind && each.proof() != Proof.NOT_DUE)));
    }
    return new Totals.Found(parcels.size() + CLEAN, found);
  }

  private static Map<String, Long> sums(List<Mismatch> found, Function<Amounts, Long> amount) {
    Map<String, Long> sums = new TreeMap<>();
    found.stream()
        .filter(each -> each.proof() != Proof.NOT_DUE && amount.apply(each.amounts()) != null)
        .forEach(
            each -> sums.merge(each.amounts().currency(), amount.apply(each.amounts()), Long::sum));
    return sums;
  }

  private static Map<Suggestion, Long> datafixes(List<ParcelRow> parcels) {
    Map<Suggestion, Long> datafixes = new EnumMap<>(Suggestion.class);
    for (ParcelRow row : parcels) {
      row.datafixes().stream()
          .map(datafix -> datafix.suggestion())
          .distinct()
          .forEach(each -> datafixes.merge(each, 1L, Long::sum));
    }
    return datafixes;
  }

  static List<Totals.Minute> minutes(Window window) {
    List<Totals.Minute> minutes = new ArrayList<>();
    long[] failed = {430, 980, 210};
    ToLongFunction<Long> shown =
        minute -> minute >= 9 && minute < 12 ? failed[(int) (minute - 9)] / 100 : 0;
    long length = Duration.between(window.from(), window.to()).toMinutes();
    for (long minute = 0; minute < length; minute++) {
      Instant at = window.from().plus(Duration.ofMinutes(minute));
      long outbounds = 18 + minute * 7 % 6;
      long events = minute < 2 ? outbounds : minute < 10 ? outbounds / 6 : 0;
      minutes.add(new Totals.Minute(at, outbounds, shown.applyAsLong(minute), events));
    }
    return minutes;
  }

  static List<Totals.StoreTotals> stores(List<ParcelRow> parcels) {
    Map<String, List<ParcelRow>> byStore = new TreeMap<>(Utf8Order.COMPARATOR);
    parcels.forEach(
        row -> byStore.computeIfAbsent(row.storeId(), id -> new ArrayList<>()).add(row));
    return byStore.entrySet().stream()
        .map(entry -> store(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Totals.StoreTotals store(String id, List<ParcelRow> rows) {
    List<Mismatch> found =
        rows.stream().flatMap(row -> row.mismatches().stream()).map(MismatchRow::mismatch).toList();
    return new Totals.StoreTotals(
        id,
        rows.size() + 40L,
        standing(rows, Standing.AFFECTED).size(),
        sums(found, Amounts::toCollectMinor),
        sums(found, Amounts::toRefundMinor));
  }
}
