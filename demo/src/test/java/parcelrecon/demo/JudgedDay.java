package parcelrecon.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.DatafixPlanner;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.story.StoreReply;
import parcelrecon.demo.story.Timeline;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident.Phase;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef.AnswerRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Receipts;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Rulebook;
import parcelrecon.rule.Tolerance;

/** The day's records judged by the rules alone: no file, no database, no broker. */
final class JudgedDay {

  private final Map<String, ParcelEvidence> evidence;
  private final Map<String, StoreReply> replies;
  private final Rulebook rules;

  JudgedDay(IncidentDay day) {
    evidence = RecordsAsEvidence.of(day.records());
    replies = day.parcels().stream().collect(Collectors.toMap(one -> one.id(), one -> one.reply()));
    rules = new Rulebook(context(RecordsAsEvidence.firstOffsetAfter(day, Timeline.CLUSTER_DOWN)));
  }

  Map<String, ReportedParcel> asFound() {
    return report(Function.identity());
  }

  Map<String, ReportedParcel> afterAnswers() {
    return report(this::answered);
  }

  private Map<String, ReportedParcel> report(Function<ParcelEvidence, ParcelEvidence> stage) {
    List<Judgement> judged =
        evidence.values().stream().map(stage).map(rules::judge).filter(Judgement::inScope).toList();
    Set<String> settled =
        Receipts.settled(
            judged.stream().map(Receipts::candidate).flatMap(Optional::stream).toList(),
            Tolerance.NONE);
    DatafixPlanner planner = new DatafixPlanner(Timeline.AS_OF, true, true);
    Map<String, ReportedParcel> report = new HashMap<>();
    for (Judgement one : judged) {
      Judgement last = settled.contains(one.evidence().parcelId()) ? settled(one) : one;
      if (!last.mismatches().isEmpty()) {
        report.put(last.evidence().parcelId(), reported(last, planner.plan(last)));
      }
    }
    return report;
  }

  private static Judgement settled(Judgement judgement) {
    return new Judgement(
        judgement.evidence(),
        true,
        judgement.verdict(),
        judgement.provedBy(),
        judgement.mismatches().stream()
            .filter(mismatch -> !Receipts.KINDS.contains(mismatch.kind()))
            .toList());
  }

  private ParcelEvidence answered(ParcelEvidence parcel) {
    StoreReply reply = replies.get(parcel.parcelId());
    if (reply == StoreReply.NOT_CALLED) {
      return parcel;
    }
    Answer answer =
        new Answer(
            parcel.parcelId(),
            new AnswerRow(1, 1),
            StoreAnswer.valueOf(reply.name()),
            Timeline.at(1, "10:30:00"),
            "",
            "");
    return new ParcelEvidence(
        parcel.parcelId(),
        parcel.outbounds(),
        parcel.payments(),
        parcel.events(),
        parcel.attempts(),
        List.of(answer),
        parcel.rejectedRows());
  }

  private static ReportedParcel reported(Judgement judgement, List<Datafix> datafixes) {
    Map<String, ReportedParcel.Row> rows = new TreeMap<>();
    for (Mismatch mismatch : judgement.mismatches()) {
      Mismatch.Amounts money = mismatch.amounts();
      rows.put(
          ReportedParcel.key(mismatch.kind().name(), mismatch.group()),
          new ReportedParcel.Row(
              mismatch.proof().name(),
              String.valueOf(mismatch.edge()),
              judgement.verdict().map(Enum::name).orElse(""),
              text(money.currency()),
              ReportedParcel.amounts(
                  text(money.dueMinor()),
                  text(money.paidMinor()),
                  text(money.toCollectMinor()),
                  text(money.toRefundMinor())),
              text(mismatch.reason())));
    }
    Set<String> remedies = new TreeSet<>();
    datafixes.forEach(datafix -> remedies.add(datafix.suggestion().name()));
    return new ReportedParcel(rows, remedies);
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static JudgingContext context(long stalledAt) {
    Map<SourceName, Coverage> coverage = new HashMap<>();
    List.of(SourceName.OUTBOUND, SourceName.PAYMENTS, SourceName.EVENTS, SourceName.ATTEMPTS)
        .forEach(source -> coverage.put(source, new Coverage(List.of())));
    return new JudgingContext(
        new Window(Timeline.CLUSTER_DOWN, Timeline.RECOVERED, Timeline.ZONE),
        phases(),
        Timeline.AS_OF,
        RuleSettings.STANDARD,
        new JudgingContext.Sources(coverage, true, Optional.of(Timeline.SETTLED_THROUGH), true),
        new JudgingContext.Events(
            "OUTBOUND_COMPLETED",
            Optional.of("OUTBOUND_REVERSED"),
            List.of("STOCK_TAKE", "RETURN_DEPARTED"),
            List.of(
                new JudgingContext.GroupOffsets(
                    IncidentDay.STALLED_GROUP,
                    Map.of(RecordsAsEvidence.TOPIC, Map.of(0, stalledAt))),
                new JudgingContext.GroupOffsets(
                    "buyer-app-push",
                    Map.of(RecordsAsEvidence.TOPIC, Map.of(0, Long.MAX_VALUE))))));
  }

  private static List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    phases.add(phase("down", Timeline.CLUSTER_DOWN, Timeline.RESTARTED, false, false));
    phases.add(phase("off", Timeline.SWITCHED_OFF, Timeline.RECOVERED, false, true));
    return phases;
  }

  private static Phase phase(
      String name, Instant from, Instant to, boolean counterFailing, boolean eventsOff) {
    return new Phase(name, name, from, to, counterFailing, eventsOff);
  }
}
