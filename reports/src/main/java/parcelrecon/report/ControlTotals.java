package parcelrecon.report;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.RunResults;
import parcelrecon.results.SourceRow;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;

/**
 * The laws that hold in every run: nothing read is lost, no parcel is counted twice, money ties out
 * to the cent. A run that breaks one has no outputs.
 */
public final class ControlTotals {

  private ControlTotals() {}

  /**
   * @throws ProblemException DEFECT, naming every sum that does not add up
   */
  public static void check(RunResults results) {
    List<Problem> problems = new ArrayList<>();
    for (SourceRow source : results.sources()) {
      check(source, results.run().run(), problems);
    }
    Totals.Parcels parcels = results.totals().parcels();
    sum(
        "run " + results.run().run() + ", parcels",
        new Law("in scope", "affected + downstream only + informational + clean"),
        parcels.inScope(),
        List.of(
            parcels.affected(), parcels.downstreamOnly(), parcels.informational(), parcels.clean()),
        problems);
    results
        .tieOut()
        .ifPresent(
            sums ->
                sums.forEach(
                    (currency, tieOut) -> check(currency, tieOut, results.run().run(), problems)));
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.DEFECT, problems);
    }
  }

  private static void check(SourceRow source, long run, List<Problem> problems) {
    SourceRow.Counts counts = source.counts();
    String where = "run " + run + ", source " + source.name().text();
    sum(
        where,
        new Law("rows read", "accepted + rejected"),
        counts.read(),
        List.of(counts.accepted(), counts.rejected()),
        problems);
    sum(
        where,
        new Law("rows accepted", "in scope + out of scope"),
        counts.accepted(),
        List.of(counts.inScope(), counts.outOfScope()),
        problems);
  }

  private static void check(String currency, TieOut tieOut, long run, List<Problem> problems) {
    sum(
        "run " + run + ", money in " + currency,
        new Law(
            "due − paid of the COD pick-ups",
            "to collect − to refund + within tolerance + not due + settled by receipt"),
        tieOut.dueMinusPaidMinor(),
        tieOut.terms(),
        problems);
  }

  private record Law(String whole, String parts) {}

  private static void sum(
      String where, Law law, long whole, List<Long> parts, List<Problem> problems) {
    if (whole != parts.stream().reduce(0L, Math::addExact)) {
      String seen =
          String.join(" + ", parts.stream().map(String::valueOf).toList()).replace("+ -", "- ");
      problems.add(
          new Problem(
              where,
              law.whole()
                  + " do not add up (seen "
                  + whole
                  + ", expected "
                  + law.parts()
                  + " = "
                  + seen
                  + ")",
              "The run failed and has no outputs",
              "This is a defect of the product: keep the work folder and report it"));
    }
  }
}
