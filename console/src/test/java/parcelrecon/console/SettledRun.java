package parcelrecon.console;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import parcelrecon.datafix.DatafixPlanner;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.results.ContextStore;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.PartitionTotals;
import parcelrecon.results.Plan;
import parcelrecon.results.PlanStore;
import parcelrecon.results.PlannedParcel;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.SettleStore;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.RuleSettings;
import parcelrecon.spill.UnlistedWriter;

/** A run of the incident of 2022-04-13 with some parcels, as if it had come to its end. */
final class SettledRun {

  static final Instant DONE = Instant.parse("2022-04-13T11:42:39Z");

  private static final Instant AS_OF = Instant.parse("2022-04-16T04:00:00Z");
  private static final Window WINDOW =
      new Window(
          Instant.parse("2022-04-13T11:33:00Z"),
          Instant.parse("2022-04-13T12:22:00Z"),
          ZoneId.of("Asia/Taipei"));

  private final ResultsDatabase database;
  private final Incident incident;
  private Instant asOf = AS_OF;
  private final List<Judgement> parcels = new ArrayList<>();
  private final List<Judgement> followed = new ArrayList<>();
  private final UnlistedWriter others = new UnlistedWriter();

  SettledRun(ResultsDatabase database) {
    this(database, "2022-04-13");
  }

  /** Of an incident of its own. */
  SettledRun(ResultsDatabase database, String incidentId) {
    this.database = database;
    this.incident =
        new Incident(
            incidentId,
            "Counters <failing>",
            "TW",
            WINDOW,
            Incident.Times.UNKNOWN,
            List.of(
                new Incident.Phase(
                    "timeouts", "counters time out", WINDOW.from(), WINDOW.to(), true, false)),
            List.of());
  }

  /** As known at another time than the others. */
  SettledRun asOf(String instant) {
    asOf = Instant.parse(instant);
    return this;
  }

  /** Shown as failed, and not paid. */
  SettledRun unpaid(String id, String storeId, long dueMinor) {
    parcels.add(
        parcel(
            id,
            storeId,
            dueMinor,
            List.of(),
            mismatch(id, MismatchKind.SHOWN_AS_FAILED, Mismatch.Amounts.NONE),
            mismatch(
                id,
                MismatchKind.UNCOLLECTED,
                new Mismatch.Amounts("TWD", dueMinor, 0L, dueMinor, null))));
    return this;
  }

  /** Paid for twice, told by an event. */
  SettledRun paidTwice(String id, String storeId, long dueMinor) {
    parcels.add(
        parcel(
            id,
            storeId,
            dueMinor,
            List.of(payment(id, 1, dueMinor), payment(id, 2, dueMinor)),
            mismatch(
                id,
                MismatchKind.PAID_TWICE,
                new Mismatch.Amounts("TWD", dueMinor, 2 * dueMinor, null, dueMinor))));
    return this;
  }

  /** Affected when the incident was first found; no record of it is seen now. */
  SettledRun unseen(String id) {
    followed.add(
        new Judgement(
            new ParcelEvidence(
                id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
            true,
            Optional.empty(),
            Optional.empty(),
            List.of()));
    return this;
  }

  /** Read, and nothing was found. */
  SettledRun clean(String id) {
    others.add(
        new UnlistedParcel(
            id,
            true,
            Outbound.OutboundState.COMPLETED,
            Outbound.PaymentTerm.COD,
            "S1",
            DONE,
            DONE,
            UnlistedParcel.Paid.IN_FULL,
            UnlistedParcel.Screen.OK,
            Set.of(SourceName.OUTBOUND)));
    return this;
  }

  /** Begins a run that has not come to its end. */
  long begun() {
    return new RunStore(database)
        .begin(
            incident,
            asOf,
            new RunRow.Options(Path.of("out"), "en", 1, ScriptForm.SCRIPT, false),
            new RunRow.Configuration("ab".repeat(32), "0.1.0", List.of()),
            asOf);
  }

  /**
   * @param listed whether its list is made, as this version does
   * @return its number
   */
  long end(boolean listed) {
    long run = begun();
    new PlanStore(database)
        .save(
            run,
            new Plan(
                1,
                List.of(),
                List.of(new Store("S1", "門市一", "north", "", "")),
                OptionalLong.empty()));
    new ContextStore(database).save(run, context());
    PartitionTotals totals =
        new PartitionTotals(
            Map.of(),
            parcels.size(),
            0,
            0,
            0,
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of());
    new PartitionStore(database)
        .finish(
            run,
            0,
            parcels.iterator(),
            new PartitionStore.Others(others.finish(), followed.iterator()),
            totals);
    settle(run, listed);
    new RunStore(database).end(run, RunState.COMPLETE, 0, asOf);
    return run;
  }

  private void settle(long run, boolean listed) {
    DatafixPlanner planner = new DatafixPlanner(AS_OF, false, true);
    Listing listing = new Listing(database);
    List<PlannedParcel> planned =
        parcels.stream()
            .map(
                parcel ->
                    new PlannedParcel(
                        parcel.evidence().parcelId(), parcel.standing(), planner.plan(parcel)))
            .toList();
    List<ListedMismatch> rows =
        parcels.stream().flatMap(each -> ListedMismatch.of(each, incident).stream()).toList();
    new SettleStore(database)
        .savePlanned(
            run,
            0,
            planned.iterator(),
            listed ? listing.keeping(run, 0, rows) : SettleStore.Also.NOTHING);
    if (listed) {
      listing.finish(run);
    }
  }

  private JudgingContext context() {
    return new JudgingContext(
        WINDOW,
        incident.phases(),
        AS_OF,
        RuleSettings.STANDARD,
        new JudgingContext.Sources(
            Map.of(
                SourceName.OUTBOUND, new Coverage(List.of()),
                SourceName.PAYMENTS, new Coverage(List.of()),
                SourceName.EVENTS, new Coverage(List.of())),
            true,
            Optional.empty(),
            true),
        JudgingContext.Events.NONE);
  }

  private static Mismatch mismatch(String id, MismatchKind kind, Mismatch.Amounts amounts) {
    Mismatch.Reason reason = kind == MismatchKind.UNCOLLECTED ? Mismatch.Reason.NEVER_PAID : null;
    return new Mismatch(
        id, kind, "", Proof.CONFIRMED, false, amounts, reason, List.of(outboundRef(id)));
  }

  private static Judgement parcel(
      String id, String storeId, long dueMinor, List<Payment> payments, Mismatch... mismatches) {
    Outbound outbound =
        new Outbound(
            id,
            outboundRef(id),
            "OUT-" + id,
            storeId,
            null,
            null,
            Outbound.PaymentTerm.COD,
            dueMinor,
            "TWD",
            Outbound.OutboundState.COMPLETED,
            DONE.minusSeconds(9),
            DONE,
            null,
            null,
            1L);
    ParcelEvent event =
        new ParcelEvent(
            id,
            new RecordRef.TopicOffset(SourceName.EVENTS, "parcel-outbound", 3, 17),
            "E-" + id,
            "OUTBOUND_COMPLETED",
            DONE.plusSeconds(60),
            DONE.plusSeconds(60),
            ParcelEvent.TimestampType.CREATE_TIME,
            storeId,
            null);
    return new Judgement(
        new ParcelEvidence(
            id, List.of(outbound), payments, List.of(event), List.of(), List.of(), List.of()),
        true,
        Optional.of(Verdict.UNKNOWN),
        Optional.empty(),
        List.of(mismatches));
  }

  private static Payment payment(String id, int number, long minor) {
    return new Payment(
        id,
        new RecordRef.FileLine(SourceName.PAYMENTS, "settlement/19.csv", number),
        "PAY-" + id + "-" + number,
        Payment.PaymentKind.CAPTURE,
        Payment.PaymentState.SUCCEEDED,
        minor,
        "TWD",
        null,
        Moment.at(DONE.plusSeconds(number)));
  }

  private static RecordRef outboundRef(String id) {
    return new RecordRef.TableRow(SourceName.OUTBOUND, "parcel_outbound", "OUT-" + id);
  }
}
