package parcelrecon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.RunResults;
import parcelrecon.results.SourceRow;
import parcelrecon.results.SourceRow.Counts;
import parcelrecon.results.SourceRow.SecondLook;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;

class ControlTotalsTest {

  private static final Counts SOUND = new Counts(5, 100, 90, 10, 1, 60, 30);
  private static final Totals.Parcels PARCELS = new Totals.Parcels(10, 1, 2, 3, 4);

  @Test
  void totals_pass_whenTheyAddUp() {
    assertThatCode(() -> ControlTotals.check(run(SOUND, PARCELS))).doesNotThrowAnyException();
  }

  @Test
  void totals_areADefect_whenARowIsLost() {
    ProblemException thrown = check(new Counts(5, 100, 90, 9, 1, 60, 30), PARCELS);
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.DEFECT);
    assertThat(thrown)
        .hasMessageContaining("source payments: rows read do not add up")
        .hasMessageContaining("seen 100, expected accepted + rejected = 90 + 9");
  }

  @Test
  void totals_areADefect_whenAnAcceptedRowIsInNoPartition() {
    assertThat(check(new Counts(5, 100, 90, 10, 1, 60, 29), PARCELS))
        .hasMessageContaining("seen 90, expected in scope + out of scope = 60 + 29");
  }

  @Test
  void totals_areADefect_whenAParcelIsCountedTwice() {
    assertThat(check(SOUND, new Totals.Parcels(9, 1, 2, 3, 4)))
        .hasMessageContaining("parcels: in scope do not add up (seen 9");
  }

  @Test
  void totals_areADefect_whenACentIsNotExplained() {
    RunResults run =
        new SampleRunAround(SampleRun.incident()) {
          @Override
          public Optional<SortedMap<String, TieOut>> tieOut() {
            return Optional.of(
                new TreeMap<>(
                    Map.of(
                        "JPY", new TieOut(-1, 2, 3, 0, 0, 0),
                        "TWD", new TieOut(100, 90, 30, 4, 30, 5))));
          }
        };
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> ControlTotals.check(run));
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.DEFECT);
    assertThat(thrown.problems())
        .extracting(Problem::text)
        .containsExactly(
            "run 1, money in TWD: due − paid of the COD pick-ups do not add up (seen 100, expected"
                + " to collect − to refund + within tolerance + not due + settled by receipt = 90"
                + " - 30 + 4 + 30 + 5). The run failed and has no outputs. This is a defect of the"
                + " product: keep the work folder and report it.");
  }

  @Test
  void totals_nameEverySum_whenSeveralAreWrong() {
    ProblemException thrown =
        check(new Counts(5, 100, 91, 10, 1, 60, 30), new Totals.Parcels(9, 1, 2, 3, 4));
    assertThat(thrown.problems()).hasSize(3);
  }

  private static ProblemException check(Counts counts, Totals.Parcels parcels) {
    return catchThrowableOfType(
        ProblemException.class, () -> ControlTotals.check(run(counts, parcels)));
  }

  private static RunResults run(Counts counts, Totals.Parcels parcels) {
    return new SampleRunAround(SampleRun.incident()) {
      @Override
      public List<SourceRow> sources() {
        Coverage coverage = new Coverage(List.of());
        return List.of(
            new SourceRow(SourceName.PAYMENTS, "csv", counts, SecondLook.NONE, coverage));
      }

      @Override
      public Totals totals() {
        Totals all = run.totals();
        return new Totals(
            parcels,
            all.verdicts(),
            all.verdictsNone(),
            all.classes(),
            all.kinds(),
            all.datafixes(),
            all.slowerThan());
      }
    };
  }
}
