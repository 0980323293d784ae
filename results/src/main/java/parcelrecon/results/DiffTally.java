package parcelrecon.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.DiffTotals.Line;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.rule.MismatchKind;

/** Adds up a diff, and holds it to what both runs counted by themselves. */
final class DiffTally {

  private final Map<MismatchKind, Map<Line, Sum>> kinds = new EnumMap<>(MismatchKind.class);
  private final Map<MismatchKind, Sum> listedBefore = new EnumMap<>(MismatchKind.class);
  private final Map<MismatchKind, Sum> listedAfter = new EnumMap<>(MismatchKind.class);

  DiffTally() {
    for (MismatchKind kind : MismatchKind.values()) {
      Map<Line, Sum> lines = new EnumMap<>(Line.class);
      for (Line line : Line.values()) {
        lines.put(line, Sum.NONE);
      }
      kinds.put(kind, lines);
    }
  }

  void add(DiffedParcels.Diffed parcel) {
    parcel.pair().then().ifPresent(then -> listed(listedBefore, then));
    parcel.pair().now().ifPresent(now -> listed(listedAfter, now));
    parcel.pair().then().ifPresent(then -> open(Line.OPENING, then));
    parcel.pair().now().ifPresent(now -> open(Line.CLOSING, now));
    parcel.rows().forEach(this::add);
  }

  private static void listed(Map<MismatchKind, Sum> listed, StoredParcel parcel) {
    parcel
        .mismatches()
        .forEach(
            mismatch ->
                listed.merge(mismatch.kind(), Sum.of(mismatch), (all, one) -> all.plus(1, one)));
  }

  private void open(Line line, StoredParcel parcel) {
    parcel.open().forEach(mismatch -> add(line, mismatch.kind(), Sum.of(mismatch)));
  }

  private void add(DiffRow row) {
    Sum before = row.before().map(side -> Sum.of(side.mismatch())).orElse(Sum.NONE);
    Sum after = row.after().map(side -> Sum.of(side.mismatch())).orElse(Sum.NONE);
    switch (row.change()) {
      case OPEN -> {
        add(Line.OPEN, row.kind(), after);
        add(Line.CHANGED, row.kind(), after.plus(-1, before));
      }
      case HEALED -> add(Line.HEALED, row.kind(), before);
      case NOT_KNOWN -> add(Line.NOT_KNOWN, row.kind(), before);
      case NEW -> add(Line.NEW, row.kind(), after);
      case REOPENED -> add(Line.REOPENED, row.kind(), after);
    }
  }

  private void add(Line line, MismatchKind kind, Sum sum) {
    kinds.get(kind).merge(line, sum, (all, one) -> all.plus(1, one));
  }

  /**
   * @param before what each run counted by itself
   * @throws ProblemException DEFECT when anything does not add up
   */
  DiffTotals totals(RunTotals before, RunTotals after) {
    List<Problem> problems = new ArrayList<>();
    for (MismatchKind kind : MismatchKind.values()) {
      Sum closing = Sum.NONE;
      for (Line line : Line.values()) {
        closing = closing.plus(line.sign(), kinds.get(kind).get(line));
      }
      String where = "runs " + before.run() + " and " + after.run() + ", " + kind;
      equal(where + ", what is open after", kinds.get(kind).get(Line.CLOSING), closing, problems);
      listed(kind, before, listedBefore, problems);
      listed(kind, after, listedAfter, problems);
      open(kind, before, Line.OPENING, problems);
      open(kind, after, Line.CLOSING, problems);
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.DEFECT, problems);
    }
    return new DiffTotals(Collections.unmodifiableMap(kinds));
  }

  /**
   * What a run counted of its mismatches.
   *
   * @param kinds open or not
   * @param open absent of a run that did not count them
   */
  record RunTotals(
      long run, Map<MismatchKind, Totals.KindTotals> kinds, Optional<OpenCounts> open) {

    Sum of(MismatchKind kind) {
      Totals.KindTotals totals = kinds.get(kind);
      return Sum.NONE.plus(
          1,
          new Sum(
              totals.mismatches(),
              new TreeMap<>(totals.toCollectMinor()),
              new TreeMap<>(totals.toRefundMinor())));
    }
  }

  private static void listed(
      MismatchKind kind, RunTotals totals, Map<MismatchKind, Sum> listed, List<Problem> problems) {
    equal(
        "run " + totals.run() + ", " + kind,
        totals.of(kind),
        listed.getOrDefault(kind, Sum.NONE),
        problems);
  }

  private void open(MismatchKind kind, RunTotals totals, Line line, List<Problem> problems) {
    totals
        .open()
        .map(counts -> counts.sum(kind))
        .ifPresent(
            expected ->
                equal(
                    "run " + totals.run() + ", " + kind + ", what is open",
                    expected,
                    kinds.get(kind).get(line),
                    problems));
  }

  private static void equal(String where, Sum expected, Sum seen, List<Problem> problems) {
    if (!expected.equals(seen)) {
      problems.add(
          new Problem(
              where,
              "adds up to " + seen + ", expected " + expected,
              "Nothing is told of what differs",
              "Report this as a defect of parcel-recon"));
    }
  }
}
