package parcelrecon.job;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import parcelrecon.model.SourceName;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedSource;
import parcelrecon.results.PlannedSplit;
import parcelrecon.results.SplitRow;
import parcelrecon.spill.SpillFile;

/**
 * Which splits this process has to read: those not read yet, and those whose spill file is no
 * longer as written. Of a database all splits are read again when one is, since its snapshot died
 * with the process that held it.
 */
final class ExtractPlan implements Partitioner {

  private final RunInHand inHand;
  private Plan plan;
  private Set<PlannedSplit> toBeRead;
  private Predicate<String> wanted;

  ExtractPlan(RunInHand inHand) {
    this.inHand = inHand;
  }

  /** Called by Spring Batch when the extract step begins; the grid's size does not matter. */
  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    plan = inHand.stores().plans().find(inHand.run()).orElseThrow();
    toBeRead = findSplitsToBeRead();
    wanted = toBeRead.isEmpty() ? any -> true : EarlierRun.wanted(inHand);
    Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
    for (var source : plan.parcelSources()) {
      begin(source);
      for (PlannedSplit split : source.splits()) {
        ExecutionContext context = new ExecutionContext();
        context.putString(ExtractSplit.SOURCE, split.source().text());
        context.putInt(ExtractSplit.ORDINAL, split.ordinal());
        contexts.put(split.source().text() + "-" + split.ordinal(), context);
      }
    }
    return contexts;
  }

  /** What was read before is no work of this process: its time left would be told too short. */
  private void begin(PlannedSource source) {
    List<PlannedSplit> left = source.splits().stream().filter(toBeRead::contains).toList();
    if (left.isEmpty()) {
      return;
    }
    // The ranges of a database are equal in time, not in rows.
    long bytes =
        source.type().equals(Site.DATABASE)
            ? 0
            : left.stream().mapToLong(PlannedSplit::plannedBytes).sum();
    inHand.progress().begin(Stage.EXTRACT.text(), source.name().text(), bytes);
  }

  int partitions() {
    return plan.partitions();
  }

  PlannedSplit split(SourceName source, int ordinal) {
    return plan.parcelSources().stream()
        .filter(planned -> planned.name() == source)
        .findFirst()
        .orElseThrow()
        .splits()
        .get(ordinal);
  }

  /** The ids of parcels that the run is about; a few others pass, too. */
  Predicate<String> wanted() {
    return wanted;
  }

  boolean isToBeRead(PlannedSplit split) {
    return toBeRead.contains(split);
  }

  private Set<PlannedSplit> findSplitsToBeRead() {
    if (inHand.stores().partitions().rows(inHand.run()).size() == plan.partitions()) {
      return Set.of();
    }
    Set<PlannedSplit> found = new HashSet<>();
    Set<PlannedSplit> ofThisRun = Set.copyOf(plan.splitsToRead());
    for (SplitRow row : inHand.stores().splits().rows(inHand.run())) {
      if (ofThisRun.contains(row.split()) && !isRead(row)) {
        found.add(row.split());
      }
    }
    for (SourceName database : databasesOf(found)) {
      Optional<String> snapshot = inHand.sources().get(database).snapshot();
      inHand.stores().splits().reopen(inHand.run(), database, snapshot);
      inHand.stores().partitions().reopen(inHand.run());
      inHand.folder().forgetSecondLook();
      found.addAll(
          plan.parcelSources().stream()
              .filter(source -> source.name() == database)
              .flatMap(source -> source.splits().stream())
              .toList());
    }
    return Set.copyOf(found);
  }

  private List<SourceName> databasesOf(Set<PlannedSplit> splits) {
    return plan.parcelSources().stream()
        .filter(source -> source.type().equals(Site.DATABASE))
        .filter(source -> source.splits().stream().anyMatch(splits::contains))
        .map(source -> source.name())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private boolean isRead(SplitRow row) {
    PlannedSplit split = row.split();
    return row.result()
        .map(result -> new SpillFile(result.bytes(), result.checksum()))
        .filter(file -> file.isAt(inHand.folder().split(split.source(), split.ordinal())))
        .isPresent();
  }
}
