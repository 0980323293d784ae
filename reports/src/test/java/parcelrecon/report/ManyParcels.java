package parcelrecon.report;

import static parcelrecon.report.SampleParcel.parcel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Store;
import parcelrecon.model.Verdict;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** A run of any size: groups of {@value #GROUP} parcels, made as they are asked for. */
public final class ManyParcels extends SampleRunAround {

  /** Parcels of a group; four of them are on the call list, and it has seven mismatches. */
  public static final int GROUP = 5;

  public static final int MISMATCHES = 7;

  private static final int STORES = 2_400;
  private static final int AREAS = 60;

  private final int groups;

  public ManyParcels(int groups) {
    super(SampleRun.incident());
    this.groups = groups;
  }

  private static Stream<ParcelRow> group(int number) {
    return Stream.of(
            failed(number, 0)
                .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
                .verdict(Verdict.UNKNOWN),
            failed(number, 1)
                .cod(500 + number % 900)
                .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
                .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
                .verdict(Verdict.UNKNOWN),
            failed(number, 2)
                .cod(280)
                .pays(280, "19:43:30")
                .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.INFORM_STORE)
                .verdict(Verdict.HANDED_OVER),
            failed(number, 3)
                .finds(
                    MismatchKind.SHOWN_AS_FAILED,
                    Suggestion.REVERT_OUTBOUND,
                    Suggestion.HOLD_PAYOUT)
                .finds(MismatchKind.EVENT_MISSING, Suggestion.REPLAY_EVENT)
                .verdict(Verdict.ON_SHELF),
            at(number, 4)
                .pickedUp("19:50:00", 300)
                .finds(MismatchKind.EVENT_MISSING, Suggestion.REPLAY_EVENT))
        .map(SampleParcel::row);
  }

  private static SampleParcel failed(int number, int place) {
    return at(number, place)
        .pickedUp("19:42:%02d".formatted(number % 60), 4_000 + number % 5_000)
        .tries("19:42:%02d".formatted(number % 60), 3_000, AttemptOutcome.TIMEOUT);
  }

  private static SampleParcel at(int number, int place) {
    int store = (number * GROUP + place) % STORES;
    return parcel("P%09d-%d".formatted(number, place)).in(storeId(store));
  }

  private static String storeId(int number) {
    return "S%05d".formatted(number);
  }

  @Override
  public void forEachParcel(Consumer<ParcelRow> parcel) {
    for (int number = 0; number < groups; number++) {
      group(number).forEach(parcel);
    }
  }

  @Override
  public List<Totals.StoreTotals> stores() {
    return IntStream.range(0, STORES)
        .mapToObj(
            number ->
                new Totals.StoreTotals(
                    storeId(number), 1_000L * GROUP, 800, Map.of("TWD", 5_000L), Map.of()))
        .toList();
  }

  @Override
  public List<Store> storeList() {
    return IntStream.range(0, STORES)
        .mapToObj(
            number ->
                new Store(
                    storeId(number),
                    "門市 " + number,
                    "區域 " + number % AREAS,
                    "督導 " + number % AREAS,
                    "02-%08d".formatted(number)))
        .toList();
  }

  /** Those of a group, as often as there are groups; amounts are added up. */
  @Override
  public Totals totals() {
    Totals one = SampleTotals.of(group(0).toList());
    Totals.Parcels parcels = one.parcels();
    Map<MismatchKind, Totals.KindTotals> kinds = new EnumMap<>(MismatchKind.class);
    one.kinds().forEach((kind, totals) -> kinds.put(kind, times(kind, totals)));
    long clean = parcels.clean();
    long all = (parcels.inScope() - clean) * groups + clean;
    return new Totals(
        new Totals.Parcels(
            all,
            parcels.affected() * groups,
            parcels.downstreamOnly() * groups,
            parcels.informational() * groups,
            clean),
        times(one.verdicts(), Verdict.class),
        one.verdictsNone() * groups,
        times(one.classes(), MismatchClass.class),
        kinds,
        times(one.datafixes(), Suggestion.class),
        Map.of(1, all, 3, all, 5, all / 2, 10, 0L, 30, 0L, 60, 0L));
  }

  private Totals.KindTotals times(MismatchKind kind, Totals.KindTotals one) {
    return new Totals.KindTotals(
        one.mismatches() * groups,
        one.confirmed() * groups,
        one.unverified() * groups,
        one.notDue() * groups,
        one.edge() * groups,
        kind == MismatchKind.UNCOLLECTED ? Map.of("TWD", uncollected()) : one.toCollectMinor(),
        one.toRefundMinor());
  }

  private long uncollected() {
    return IntStream.range(0, groups).mapToLong(number -> (500 + number % 900) * 100L).sum();
  }

  private <K extends Enum<K>> Map<K, Long> times(Map<K, Long> one, Class<K> type) {
    Map<K, Long> all = new TreeMap<>(one);
    all.replaceAll((key, count) -> count * groups);
    return all.isEmpty() ? new EnumMap<>(type) : new EnumMap<>(all);
  }
}
