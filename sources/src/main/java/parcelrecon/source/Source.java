package parcelrecon.source;

import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;

/**
 * One configured source. Opened for a process, used by several threads at once, closed at its end.
 * Reads only.
 *
 * <p>All methods throw {@link parcelrecon.problem.ProblemException}: UNREACHABLE when the site's
 * side does not answer or a file is not there, CONFIGURATION when what is there is not what the
 * configuration says.
 */
public interface Source extends AutoCloseable {

  SourceName name();

  /** How it is read: jdbc, csv, json-lines, access-log, kafka or kafka-segments. */
  String type();

  /**
   * Reaches the source and sees that it is what the configuration says, reading no more than that
   * needs. {@link #plan} begins with it.
   */
  SourceLook look(Window window);

  /**
   * Reads the first rows of each of its files into the sink, so that a format that does not fit is
   * told before all is read. Gives none where a row cannot be had without asking for all.
   */
  default void tryOut(RecordSink sink) {}

  /** Freezes what is to be read. Called once in a run's life, before any split is read. */
  SourcePlan plan(PlanRequest request);

  /**
   * Freezes what is to be read beyond what was read before, in place of {@link #plan}.
   *
   * @param read the splits of that
   * @return splits that begin where those ended, with reasons about both; absent where the source
   *     does not only grow
   */
  default Optional<SourcePlan> planOnward(PlanRequest request, List<Split> read) {
    return Optional.empty();
  }

  /**
   * Reads a whole split into the sink, in any number of threads with different splits. A file's or
   * a topic's split gives the same records whenever it is read; a database's within one process.
   *
   * @return what was learnt about the coverage while reading
   */
  List<Coverage.Reason> read(Split split, RecordSink sink);

  /**
   * What the database calls the snapshot in which this process reads all splits (LSN, GTID,
   * transaction ids); absent where there is none, or it does not tell this account.
   */
  default Optional<String> snapshot() {
    return Optional.empty();
  }

  /** How to ask for all records of given parcels; absent where the source cannot answer by key. */
  default Optional<KeyLookup> byKey() {
    return Optional.empty();
  }

  @Override
  void close();
}
