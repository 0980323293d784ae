package parcelrecon.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import parcelrecon.model.Coverage;
import parcelrecon.model.Payment;
import parcelrecon.model.Reject;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.SplitResult;
import parcelrecon.source.RecordSink;
import parcelrecon.spill.PartitionWriter;
import parcelrecon.spill.SpillFile;

/** Spills what one split gives, counting every row. */
final class SplitSink implements RecordSink {

  /** The most rejected rows of one split kept in memory until its end. */
  static final int REJECTS_MAX = 20_000;

  private static final int ROWS_BETWEEN_NOTICES = 4_096;

  private final SourceName source;
  private final PartitionWriter writer;
  private final RunInHand inHand;
  private final Predicate<String> wanted;
  private final List<Reject> rejects = new ArrayList<>();
  private long filtered;
  private long accepted;
  private long rejectedWithoutParcel;
  private long noticed;
  private Instant latestPaidAt;

  /**
   * @param wanted the ids of parcels that the run is about; rows of others are filtered out
   */
  SplitSink(SourceName source, PartitionWriter writer, RunInHand inHand, Predicate<String> wanted) {
    this.source = source;
    this.writer = writer;
    this.inHand = inHand;
    this.wanted = wanted;
  }

  @Override
  public void accept(SourceRecord row) {
    noteTime(row);
    if (!wanted.test(row.parcelId())) {
      filter();
      return;
    }
    accepted++;
    spill(row);
    notice();
  }

  private void noteTime(SourceRecord row) {
    if (row instanceof Payment payment && payment.paidAt() != null) {
      Instant paidAt = payment.paidAt().start();
      latestPaidAt = latestPaidAt == null || paidAt.isAfter(latestPaidAt) ? paidAt : latestPaidAt;
    }
  }

  @Override
  public void reject(Reject reject) {
    if (reject.parcelId() != null && !wanted.test(reject.parcelId())) {
      filter();
      return;
    }
    if (rejects.size() == REJECTS_MAX) {
      throw tooMany();
    }
    rejects.add(reject);
    if (reject.parcelId() == null) {
      rejectedWithoutParcel++;
    } else {
      spill(new RejectedRow(reject.parcelId(), reject.ref()));
    }
    notice();
  }

  @Override
  public void filter() {
    filtered++;
    notice();
  }

  /** Accepted and rejected rows so far. */
  long read() {
    return accepted + rejects.size();
  }

  List<Reject> rejects() {
    return rejects;
  }

  SplitResult result(SpillFile file, List<Coverage.Reason> reasons) {
    return new SplitResult(
        filtered,
        read(),
        accepted,
        rejects.size(),
        rejectedWithoutParcel,
        file.bytes(),
        file.checksum(),
        Optional.ofNullable(latestPaidAt),
        reasons);
  }

  /** Asks at each row whether to stop, since a source may be slow; tells progress now and then. */
  private void notice() {
    inHand.stop().checkInside();
    if (read() + filtered - noticed >= ROWS_BETWEEN_NOTICES) {
      noticeRest();
    }
  }

  void noticeRest() {
    long rows = read() + filtered;
    inHand.progress().advance(Stage.EXTRACT.text(), source.text(), rows - noticed, 0);
    noticed = rows;
  }

  private void spill(SourceRecord row) {
    try {
      writer.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProblemException tooMany() {
    return new ProblemException(
        ExitCode.TOO_MANY_REJECTS,
        new Problem(
            source.text(),
            "more than " + REJECTS_MAX + " rows of one part of it could not be read",
            "The run ended without a result",
            "Look at the first rows of rejects.csv, then correct the source's columns, formats or values"));
  }
}
