package parcelrecon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Verdict;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

class SampleRunTest {

  private final SampleRun run = SampleRun.incident();

  @Test
  void sample_holdsEveryKindVerdictAndSuggestion() {
    Set<MismatchKind> kinds = EnumSet.noneOf(MismatchKind.class);
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    Set<Suggestion> suggestions = EnumSet.noneOf(Suggestion.class);
    run.forEachParcel(
        parcel -> {
          parcel.mismatches().forEach(row -> kinds.add(row.mismatch().kind()));
          parcel.verdict().ifPresent(verdicts::add);
          parcel.datafixes().forEach(datafix -> suggestions.add(datafix.suggestion()));
        });
    assertThat(kinds).containsExactlyInAnyOrder(MismatchKind.values());
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(suggestions).containsExactlyInAnyOrder(Suggestion.values());
  }

  @Test
  void totals_addUp() {
    Totals.Parcels parcels = run.totals().parcels();
    assertThat(parcels.inScope())
        .isEqualTo(
            parcels.affected()
                + parcels.downstreamOnly()
                + parcels.informational()
                + parcels.clean());
    assertThat(run.sources())
        .allSatisfy(
            source -> {
              assertThat(source.counts().read())
                  .isEqualTo(source.counts().accepted() + source.counts().rejected());
              assertThat(source.counts().accepted())
                  .isEqualTo(source.counts().inScope() + source.counts().outOfScope());
            });
  }

  @Test
  void parcels_comeInTheOrderOfTheirIds() {
    List<ParcelRow> rows = new ArrayList<>();
    run.forEachParcel(rows::add);
    assertThat(rows.get(0).parcelId()).isEqualTo("=P-0028");
    assertThat(rows).extracting(ParcelRow::parcelId).doesNotHaveDuplicates();
  }
}
