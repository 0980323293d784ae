package parcelrecon.report;

import static parcelrecon.report.SampleParcel.ZONE;
import static parcelrecon.report.SampleParcel.at;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.outcome.Outcome;
import parcelrecon.results.Followed;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.OpenAt;
import parcelrecon.results.OpenCounts;
import parcelrecon.results.OpenTally;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.SourceRow;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;

/**
 * A small finished run of the 2022-04-13 incident, made by hand: every kind, verdict and suggestion
 * occurs, and all totals add up.
 */
public final class SampleRun implements RunResults {

  private static final Instant AS_OF = at("16 12:00:00");

  private final List<ParcelRow> parcels;
  private final long number;

  private SampleRun(long number, List<ParcelRow> parcels) {
    this.number = number;
    this.parcels =
        parcels.stream()
            .sorted(Comparator.comparing(ParcelRow::parcelId, Utf8Order.COMPARATOR))
            .toList();
  }

  /** Run 1 with all sample parcels. */
  public static SampleRun incident() {
    return new SampleRun(1, SampleParcels.all());
  }

  /** Another run of the same input: equal files are expected. */
  public static SampleRun again(long number) {
    return new SampleRun(number, SampleParcels.all());
  }

  /** Run 1 with these parcels instead; totals follow them. */
  public static SampleRun of(List<ParcelRow> parcels) {
    return new SampleRun(1, parcels);
  }

  @Override
  public RunRow run() {
    return new RunRow(
        number,
        incidentOf(),
        AS_OF,
        RunState.INCOMPLETE,
        OptionalInt.of(7),
        OptionalLong.of(161_569),
        0,
        new RunRow.Options(Path.of("out"), "en", 2, ScriptForm.SCRIPT, false),
        new RunRow.Configuration("c0ffee".repeat(10) + "c0ff", "0.1.0", settings()),
        at("16 12:00:00").plusSeconds(number),
        Optional.of(at("16 12:00:05").plusSeconds(number)),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static Incident incidentOf() {
    return new Incident(
        "2022-04-13-kafka",
        "Kafka cluster down",
        "TW",
        new Window(at("19:33:00"), at("20:22:00"), ZONE),
        new Incident.Times(
            Optional.of(at("19:33:00")),
            Optional.of(at("19:36:00")),
            Optional.of(at("19:53:00")),
            Optional.of(at("20:22:00"))),
        phases(),
        List.of(
            new Incident.Claim(
                "only a display problem, no datafix needed",
                Optional.of(at("20:41:00")),
                List.of(Verdict.HANDED_OVER, Verdict.HANDED_OVER_LATER))));
  }

  private static List<Incident.Phase> phases() {
    return List.of(
        phase("cluster down", "cluster down", "19:33:00", "19:53:00"),
        new Incident.Phase(
            "counters time out", "counters time out", at("19:42:00"), at("19:44:00"), true, false),
        new Incident.Phase(
            "Kafka switched off",
            "counters switched over",
            at("19:43:00"),
            at("20:22:00"),
            false,
            true));
  }

  private static Incident.Phase phase(String name, String label, String from, String to) {
    return new Incident.Phase(name, label, at(from), at(to), false, false);
  }

  private static List<RunRow.Setting> settings() {
    return Stream.concat(
            Stream.of(RuleSetting.values())
                .map(
                    each ->
                        new RunRow.Setting(
                            "rules." + each.key(),
                            each.standard().toString(),
                            each != RuleSetting.COUNTER_TIMEOUT)),
            Stream.of(
                new RunRow.Setting("rules.tolerance", "0", true),
                new RunRow.Setting("zone", "Asia/Taipei", false)))
        .toList();
  }

  @Override
  public JudgingContext context() {
    return new JudgingContext(
        run().incident().window(),
        phases(),
        AS_OF,
        new RuleSettings(
            Map.of(RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3)), Tolerance.NONE),
        SampleSources.context(sources()),
        SampleSources.events());
  }

  @Override
  public List<SourceRow> sources() {
    return SampleSources.all();
  }

  @Override
  public Totals totals() {
    return SampleTotals.of(parcels);
  }

  @Override
  public Totals.Minutes minutes(int pointsMax) {
    return new Totals.Minutes(1, SampleTotals.minutes(run().incident().window()));
  }

  @Override
  public List<Totals.StoreTotals> stores() {
    return SampleTotals.stores(parcels);
  }

  /** Lists S0001 to S0005; the store of parcel {@code =P-0028} is in no list. */
  @Override
  public List<Store> storeList() {
    return List.of(
        new Store("S0001", "民生店", "台北松山", "王小明", "02-2712-0001"),
        new Store("S0002", "光復店", "新竹東區", "李大同", "03-571-0002"),
        new Store("S0003", "中港店", "台中西屯", "陳美麗", "04-2327-0003"),
        new Store("S0004", "博愛店", "高雄左營", "林志強", "07-556-0004"),
        new Store("S0005", "三民店", "台北松山", "王小明", "02-2765-0005"));
  }

  @Override
  public List<Totals.Stage> stages() {
    return List.of(
        new Totals.Stage("plan", 300, 4),
        new Totals.Stage("extract", 1200 + number, 323_000),
        new Totals.Stage("match", 800, 161_600));
  }

  @Override
  public SortedMap<SourceName, String> snapshots() {
    return new TreeMap<>(Map.of(SourceName.OUTBOUND, "0/1A2B3C, run " + number));
  }

  @Override
  public Totals.Receipts receipts() {
    return new Totals.Receipts(1, 3);
  }

  @Override
  public Totals.Found found() {
    return SampleTotals.found(parcels);
  }

  @Override
  public Optional<RunResults> control() {
    return Optional.empty();
  }

  @Override
  public Optional<RunResults> firstFound() {
    return Optional.empty();
  }

  @Override
  public Map<Outcome, Totals.Outcomes> outcomes() {
    return Map.of();
  }

  @Override
  public long stillAffected() {
    return 0;
  }

  @Override
  public List<OpenAt> openSeries() {
    return List.of(new OpenAt(run().run(), run().asOf(), open()));
  }

  private OpenCounts open() {
    OpenTally tally = new OpenTally();
    forEachParcel(
        parcel ->
            tally.add(
                parcel.mismatches().stream().map(MismatchRow::mismatch).toList(),
                parcel.datafixes()));
    return tally.counts();
  }

  /** It is the first of its incident. */
  @Override
  public void forEachFollowed(Consumer<Followed> parcel) {
    // nothing to hand on
  }

  @Override
  public Optional<SortedMap<String, TieOut>> tieOut() {
    return Optional.of(SampleTieOut.of(parcels));
  }

  @Override
  public Map<ClockPair, ClockOffset> clocks() {
    return Map.of(
        ClockPair.EVENT_AND_COMPLETION,
        new ClockOffset(ClockPair.EVENT_AND_COMPLETION, 15_402, -100, 100, 300));
  }

  @Override
  public void forEachParcel(Consumer<ParcelRow> parcel) {
    parcels.forEach(parcel);
  }

  @Override
  public void forEachReject(Consumer<Reject> reject) {
    reject.accept(
        new Reject(
            SourceName.OUTBOUND,
            new RecordRef.TableRow(SourceName.OUTBOUND, "parcel_outbound", "OUT-BAD"),
            null,
            "parcel_id is empty",
            "=cmd|' /C calc'!A0,OUT-BAD"));
    reject.accept(
        new Reject(
            SourceName.PAYMENTS,
            new RecordRef.FileLine(SourceName.PAYMENTS, "settlement/2022-04-13-20.csv", 88),
            "P-0027",
            "amount \"12,50\" is not a decimal, expected e.g. 12.50",
            "7,88,P-0027,\"12,50\",2022/04/13 20:11:09,成功"));
  }
}
