package parcelrecon.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.SplitResult;
import parcelrecon.results.SplitRow;

/**
 * Ends the reading: refuses a source with too many rejected rows, and freezes what the rules will
 * know.
 */
final class ConcludeExtract implements Tasklet {

  private final RunInHand inHand;

  ConcludeExtract(RunInHand inHand) {
    this.inHand = inHand;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    inHand.stop().check();
    List<Problem> problems =
        rowsBySource().entrySet().stream()
            .filter(
                source ->
                    inHand.site().rejects().isExceeded(source.getValue()[1], source.getValue()[0]))
            .map(source -> problem(source.getKey(), source.getValue()))
            .toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.TOO_MANY_REJECTS, problems);
    }
    inHand.stores().contexts().save(inHand.run(), new EvidenceBase(inHand).context(List.of()));
    return RepeatStatus.FINISHED;
  }

  /** Read and rejected rows of each source. */
  private Map<SourceName, long[]> rowsBySource() {
    Map<SourceName, long[]> rows = new TreeMap<>();
    for (SplitRow row : inHand.stores().splits().rows(inHand.run())) {
      SplitResult result = row.result().orElseThrow();
      long[] sums = rows.computeIfAbsent(row.split().source(), name -> new long[2]);
      sums[0] += result.read();
      sums[1] += result.rejected();
    }
    return rows;
  }

  private static Problem problem(SourceName source, long[] rows) {
    return new Problem(
        source.text(),
        rows[1]
            + " of "
            + rows[0]
            + " rows could not be read, more than rejects.max and rejects.max-share allow",
        "The run ended without a result",
        "Look at rejects.csv, then correct the source's columns, formats or values, or raise the limits");
  }
}
