package parcelrecon.report;

import static parcelrecon.datafix.Suggestion.*;
import static parcelrecon.model.Attempt.AttemptOutcome.*;
import static parcelrecon.report.SampleParcel.at;
import static parcelrecon.report.SampleParcel.parcel;
import static parcelrecon.rule.MismatchKind.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Verdict;
import parcelrecon.outcome.LookedFor;
import parcelrecon.outcome.Outcome;
import parcelrecon.outcome.Seen;
import parcelrecon.results.Followed;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.OpenAt;
import parcelrecon.results.OpenCounts;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.News;
import parcelrecon.rule.Standing;

/** The sample run's incident four days later: some parcels are put right, one is out of sight. */
public final class SampleLater extends SampleRunAround {

  private static final Instant AS_OF = at("20 12:00:00");

  private final SampleRun first = SampleRun.incident();
  private final Map<String, ParcelRow> now;
  private final Optional<Long> dayTotal;

  private SampleLater(Map<String, ParcelRow> now, Optional<Long> dayTotal) {
    super(SampleRun.of(now.values().stream().filter(SampleLater::isFound).toList()));
    this.now = now;
    this.dayTotal = dayTotal;
  }

  public static SampleLater incident() {
    return of(changed());
  }

  /** These parcels in place of those first found, and beside them. */
  public static SampleLater of(List<ParcelRow> changed) {
    Map<String, ParcelRow> now =
        SampleParcels.all().stream()
            .collect(Collectors.toMap(ParcelRow::parcelId, Function.identity()));
    changed.forEach(row -> now.put(row.parcelId(), row));
    return new SampleLater(now, Optional.of(161_569L));
  }

  /** The same, where how many were picked up that day is not known any more. */
  public SampleLater withoutDayTotal() {
    return new SampleLater(now, Optional.empty());
  }

  private static boolean isFound(ParcelRow row) {
    return !row.mismatches().isEmpty();
  }

  private static List<ParcelRow> changed() {
    return List.of(
        failed("P-0001")
            .cod(1280)
            .verdict(Verdict.HANDED_OVER)
            .version(2)
            .takenBack("19:42:39", 9100)
            .version(1)
            .pickedUp("18 15:02:00", 300)
            .told("19:42:39")
            .event("OUTBOUND_REVERSED", "17 16:10:00", Duration.ZERO)
            .says(StoreAnswer.ON_SHELF, "17 10:30:00")
            .pays(1280, "18 15:02:20")
            .finds(SHOWN_AS_FAILED, CLOSE_HEALED)
            .row(),
        failed("P-0004")
            .cod(2450)
            .verdict(Verdict.ON_SHELF)
            .version(2)
            .until("26 12:00:00")
            .takenBack("19:42:39", 9100)
            .tries("14 18:02:11", 420, ERROR)
            .told("19:42:39")
            .finds(REVERSAL_NOT_TOLD, SEND_REVERSAL)
            .finds(SHOWN_AS_FAILED, CLOSE_HEALED)
            .row(),
        parcel("P-0003").in("S0003").row(),
        done("P-0010")
            .cod(1000)
            .pays(900, "19:51:00")
            .pays(100, "17 09:00:00")
            .pickedUp("19:50:58", 300)
            .row(),
        done("P-0011")
            .cod(1000)
            .pays(1200, "19:51:00")
            .isRefunded(200, "17 11:00:00")
            .pickedUp("19:50:58", 300)
            .row(),
        done("P-0040")
            .cod(610)
            .pickedUp("19:54:00", 300)
            .finds(UNCOLLECTED, CHECK_COLLECTION)
            .row());
  }

  private static SampleParcel failed(String id) {
    return parcel(id).tries("19:42:30", 9100, TIMEOUT);
  }

  private static SampleParcel done(String id) {
    return parcel(id).verdict(Verdict.HANDED_OVER);
  }

  @Override
  public RunRow run() {
    RunRow row = run.run();
    return new RunRow(
        3,
        row.incident(),
        AS_OF,
        row.state(),
        row.exitCode(),
        dayTotal.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        row.answersThrough(),
        row.options(),
        row.configuration(),
        row.startedAt(),
        row.endedAt(),
        row.controlOf(),
        row.recheckOf(),
        row.removedAt());
  }

  @Override
  public Optional<RunResults> firstFound() {
    return Optional.of(first);
  }

  @Override
  public List<OpenAt> openSeries() {
    List<OpenAt> series = new ArrayList<>(first.openSeries());
    OpenCounts now = run.openSeries().get(0).counts();
    series.add(new OpenAt(run().run(), run().asOf(), now));
    return series;
  }

  @Override
  public Map<Outcome, Totals.Outcomes> outcomes() {
    Map<Outcome, Totals.Outcomes> outcomes = new EnumMap<>(Outcome.class);
    followed()
        .forEach(
            parcel ->
                outcomes.merge(
                    parcel.outcome(),
                    new Totals.Outcomes(1, parcel.left().isEmpty() ? 0 : 1),
                    (one, other) ->
                        new Totals.Outcomes(
                            one.parcels() + other.parcels(), one.withLeft() + other.withLeft())));
    return Collections.unmodifiableMap(outcomes);
  }

  @Override
  public long stillAffected() {
    return followed().stream()
        .filter(parcel -> parcel.now().standing() == Standing.AFFECTED)
        .count();
  }

  @Override
  public void forEachFollowed(Consumer<Followed> parcel) {
    followed().forEach(parcel);
  }

  private List<Followed> followed() {
    List<Followed> followed = new ArrayList<>();
    first.forEachParcel(
        then -> {
          if (then.standing() == Standing.AFFECTED) {
            followed.add(followed(then, now.get(then.parcelId())));
          }
        });
    return followed;
  }

  /** A parcel then and now, as a run would hold them against each other. */
  public static Followed followed(ParcelRow then, ParcelRow now) {
    News news = News.between(then.evidence(), now.evidence());
    boolean asSuggested = then.parcelId().equals("P-0004") && !news.isNone();
    return new Followed(
        then,
        now,
        Outcome.of(seen(then), seen(now), news),
        news,
        asSuggested ? Optional.of(at("16 12:00:00")) : Optional.empty());
  }

  private static Seen seen(ParcelRow row) {
    return new Seen(
        row.evidence(),
        row.verdict(),
        row.mismatches().stream().map(MismatchRow::mismatch).toList(),
        row.datafixes(),
        new LookedFor(Set.of(MismatchKind.values()), Set.of("fms-celery-id")),
        Duration.ofMinutes(15));
  }
}
