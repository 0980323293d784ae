package parcelrecon.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import parcelrecon.model.Answer;
import parcelrecon.results.PartitionRow;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedSource;
import parcelrecon.rule.JudgingContext;
import parcelrecon.spill.Partitions;
import parcelrecon.spill.SpillSet;

/**
 * What the partitions of a match share: the spill files, the context of the rules, the answers of
 * stores.
 */
final class MatchPlan implements Partitioner, StepExecutionListener {

  /**
   * What Spring Batch writes down of a step takes longer than a small partition does. The fewest
   * partitions a run has still make a share for each worker.
   */
  private static final int SHARE_PARTITIONS = 4;

  private final RunInHand inHand;
  private Plan plan;
  private JudgingContext context;
  private Map<String, List<Answer>> answers;
  private Set<Integer> done;
  private FirstFoundParcels followed;
  private Optional<EarlierRun> earlier;
  private SpillSet spill;

  MatchPlan(RunInHand inHand) {
    this.inHand = inHand;
  }

  /** Called by Spring Batch when the match step begins; the grid's size does not matter. */
  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    plan = inHand.stores().plans().find(inHand.run()).orElseThrow();
    context = inHand.stores().contexts().find(inHand.run()).orElseThrow();
    done =
        inHand.stores().partitions().rows(inHand.run()).stream()
            .map(PartitionRow::partition)
            .collect(Collectors.toSet());
    answers =
        inHand
            .stores()
            .answers()
            .answersOf(inHand.row().incident().id(), inHand.row().answersThrough())
            .stream()
            .collect(Collectors.groupingBy(Answer::parcelId));
    followed = new FirstFoundParcels(inHand, plan.partitions());
    earlier = EarlierRun.of(inHand);
    spill = done.size() == plan.partitions() ? null : openSpill();
    inHand.progress().begin(Stage.MATCH.text(), "", plan.partitions() - done.size());
    Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
    for (int share = 0; share * SHARE_PARTITIONS < plan.partitions(); share++) {
      ExecutionContext of = new ExecutionContext();
      of.putInt(MatchShare.SHARE, share);
      contexts.put("share-" + share, of);
    }
    return contexts;
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    if (spill != null) {
      try {
        spill.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return step.getExitStatus();
  }

  /** Partitions of a share that are not matched yet. */
  List<Integer> left(int share) {
    int first = share * SHARE_PARTITIONS;
    return IntStream.range(first, Math.min(first + SHARE_PARTITIONS, plan.partitions()))
        .filter(partition -> !done.contains(partition))
        .boxed()
        .toList();
  }

  JudgingContext context() {
    return context;
  }

  SpillSet spill() {
    return spill;
  }

  List<PlannedSource> sources() {
    return plan.parcelSources();
  }

  List<Answer> answersOf(String parcelId) {
    return answers.getOrDefault(parcelId, List.of());
  }

  Map<String, Optional<Instant>> followed(int partition) {
    return followed.of(partition);
  }

  /** What a re-check takes over; absent in every other run. */
  Optional<EarlierPartition> earlier(int partition, Set<String> followed) {
    return earlier.map(run -> run.partition(partition, plan.parcelSources(), followed));
  }

  private SpillSet openSpill() {
    RunFolder folder = inHand.folder();
    try {
      return new SpillSet(
          plan.splitsToRead().stream()
              .map(split -> folder.split(split.source(), split.ordinal()))
              .toList(),
          new Partitions(plan.partitions()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
