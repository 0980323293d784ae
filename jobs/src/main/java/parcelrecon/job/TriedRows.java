package parcelrecon.job;

import java.util.Optional;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.RecordSink;

/** What became of a source's first rows, read to see whether their form fits. */
public final class TriedRows implements RecordSink {

  private long fitting;
  private long rejected;
  private Reject first;

  @Override
  public void accept(SourceRecord row) {
    fitting++;
  }

  @Override
  public void reject(Reject reject) {
    rejected++;
    first = first == null ? reject : first;
  }

  @Override
  public void filter() {
    fitting++;
  }

  public long count() {
    return fitting + rejected;
  }

  public long rejected() {
    return rejected;
  }

  /** Where the first row is that could not be read, and why not. */
  public Optional<String> example() {
    return Optional.ofNullable(first).map(reject -> reject.ref().text() + ": " + reject.reason());
  }

  /**
   * @throws ProblemException CONFIGURATION when not a single one could be read
   */
  void check(SourceName source) {
    if (fitting == 0 && rejected > 0) {
      throw new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              source.text(),
              "none of the first "
                  + (rejected == 1 ? "" : rejected + " ")
                  + "rows could be read, e.g. "
                  + example().orElseThrow(),
              "A run would end with too many rejected rows",
              "Correct the source's columns, formats or values"));
    }
  }
}
