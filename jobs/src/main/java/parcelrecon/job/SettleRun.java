package parcelrecon.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.DatafixPlanner;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.results.OpenTally;
import parcelrecon.results.PartitionRow;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedParcel;
import parcelrecon.results.ReceiptCandidate;
import parcelrecon.results.SettleStore;
import parcelrecon.results.Totals;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Receipts;

/**
 * Settles what spans partitions, then decides for every parcel what would put it right. Can be
 * repeated.
 */
final class SettleRun implements Tasklet {

  private final RunInHand inHand;
  private final StageTimer timer;

  SettleRun(RunInHand inHand, StageTimer timer) {
    this.inHand = inHand;
    this.timer = timer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    Plan plan = inHand.stores().plans().find(inHand.run()).orElseThrow();
    List<PartitionRow> partitions = inHand.stores().partitions().rows(inHand.run());
    JudgingContext known = new EvidenceBase(inHand).context(partitions);
    inHand.progress().begin(Stage.SETTLE.text(), "", plan.partitions());
    inHand.stores().contexts().save(inHand.run(), known);
    countDay(plan, partitions);
    settleReceipts(known);
    DatafixPlanner planner = planner(plan, known);
    OpenTally open = new OpenTally();
    for (int partition = 0; partition < plan.partitions(); partition++) {
      inHand.stop().check();
      timer.add(planPartition(partition, planner, open));
      inHand.progress().advance(Stage.SETTLE.text(), "", 0, 1);
    }
    if (!inHand.row().isControl()) {
      inHand.stores().open().keep(inHand.run(), open.counts());
      inHand.stores().listing().finish(inHand.run());
    }
    return RepeatStatus.FINISHED;
  }

  /** Files hold the whole day; a database counts it at plan time or not at all. */
  private void countDay(Plan plan, List<PartitionRow> partitions) {
    boolean wholeFiles =
        plan.sources().stream()
            .anyMatch(
                source ->
                    source.name() == SourceName.OUTBOUND && !source.type().equals(Site.DATABASE));
    if (wholeFiles) {
      long total = partitions.stream().mapToLong(PartitionRow::completedOnDays).sum();
      inHand.stores().runs().saveDayTotal(inHand.run(), total);
    }
  }

  private void settleReceipts(JudgingContext known) {
    ReceiptSettlement settlement = new ReceiptSettlement(known);
    inHand.stores().settle().forEachCandidate(inHand.run(), settlement::add);
    settlement.close();
    inHand
        .stores()
        .settle()
        .drop(
            inHand.run(),
            settlement.settled,
            new Totals.Receipts(settlement.receipts, settlement.settled.size()));
  }

  private DatafixPlanner planner(Plan plan, JudgingContext known) {
    boolean inTable =
        plan.sources().stream()
            .anyMatch(
                source ->
                    source.name() == SourceName.OUTBOUND && source.type().equals(Site.DATABASE));
    Coverage events = known.sources().coverage().get(SourceName.EVENTS);
    boolean eventsComplete = events != null && events.state() == Coverage.State.COMPLETE;
    return new DatafixPlanner(inHand.row().asOf(), inTable, eventsComplete);
  }

  private long planPartition(int partition, DatafixPlanner planner, OpenTally open) {
    List<PlannedParcel> planned = new ArrayList<>();
    List<ListedMismatch> listed = new ArrayList<>();
    inHand
        .stores()
        .settle()
        .forEachParcel(
            inHand.run(),
            partition,
            judgement -> {
              List<Datafix> datafixes = planner.plan(judgement);
              open.add(judgement.mismatches(), datafixes);
              planned.add(
                  new PlannedParcel(
                      judgement.evidence().parcelId(), judgement.standing(), datafixes));
              listed.addAll(ListedMismatch.of(judgement, inHand.row().incident()));
            });
    inHand
        .stores()
        .settle()
        .savePlanned(inHand.run(), partition, planned.iterator(), listing(partition, listed));
    return planned.size();
  }

  /** A control is never shown by itself, so it has no list. */
  private SettleStore.Also listing(int partition, List<ListedMismatch> listed) {
    return inHand.row().isControl()
        ? SettleStore.Also.NOTHING
        : inHand.stores().listing().keeping(inHand.run(), partition, listed);
  }

  /** Takes candidates receipt by receipt; holds one receipt, and all that is settled. */
  private static final class ReceiptSettlement {

    private final JudgingContext known;
    private final List<ReceiptCandidate> settled = new ArrayList<>();
    private final List<ReceiptCandidate> receipt = new ArrayList<>();
    private long receipts;

    private ReceiptSettlement(JudgingContext known) {
      this.known = known;
    }

    private void add(ReceiptCandidate candidate) {
      if (!receipt.isEmpty() && !isSameReceipt(receipt.get(0), candidate)) {
        close();
      }
      receipt.add(candidate);
    }

    private void close() {
      Set<String> parcelIds =
          Receipts.settled(
              receipt.stream().map(ReceiptSettlement::candidate).toList(),
              known.settings().tolerance());
      if (!parcelIds.isEmpty()) {
        receipts++;
        Set<String> wanted = new HashSet<>(parcelIds);
        receipt.stream()
            .filter(candidate -> wanted.contains(candidate.parcelId()))
            .forEach(settled::add);
      }
      receipt.clear();
    }

    private static boolean isSameReceipt(ReceiptCandidate left, ReceiptCandidate right) {
      return left.checkoutId().equals(right.checkoutId())
          && left.currency().equals(right.currency());
    }

    private static Receipts.Candidate candidate(ReceiptCandidate candidate) {
      return new Receipts.Candidate(
          candidate.checkoutId(),
          candidate.currency(),
          candidate.parcelId(),
          candidate.differenceMinor());
    }
  }
}
