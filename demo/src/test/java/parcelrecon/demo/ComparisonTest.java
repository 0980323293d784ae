package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parcelrecon.demo.ReportedParcel.Row;
import parcelrecon.demo.story.StoreReply;
import parcelrecon.demo.story.Story;
import parcelrecon.demo.truth.Evidence;
import parcelrecon.demo.truth.Finding;
import parcelrecon.demo.truth.Kind;
import parcelrecon.demo.truth.ParcelTruth;
import parcelrecon.demo.truth.Remedy;
import parcelrecon.demo.truth.Told;
import parcelrecon.demo.truth.Whereabouts;

class ComparisonTest {

  private static final Row UNPAID =
      new Row("CONFIRMED", "false", "HANDED_OVER", "TWD", "5000 0 5000 -", "NEVER_PAID");

  @Test
  void sameFindings_areNoDifference() {
    assertThat(differences(Map.of("CP1", parcel(UNPAID, "CHECK_COLLECTION")))).isEmpty();
  }

  @Test
  void parcelNotReported_isADifferenceInKindAndDatafix() {
    assertThat(differences(Map.of()))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("CP1 NEVER_PAID"));
  }

  @Test
  void parcelInvented_isADifference() {
    assertThat(
            differences(
                Map.of(
                    "CP1",
                    parcel(UNPAID, "CHECK_COLLECTION"),
                    "CP2",
                    parcel(UNPAID, "CHECK_COLLECTION"))))
        .singleElement()
        .asString()
        .startsWith("CP2");
  }

  @Test
  void otherAmount_evidence_edgeOrVerdict_isADifference() {
    List.of(
            new Row("CONFIRMED", "false", "HANDED_OVER", "TWD", "5000 0 4999 -", "NEVER_PAID"),
            new Row("UNVERIFIED", "false", "HANDED_OVER", "TWD", "5000 0 5000 -", "NEVER_PAID"),
            new Row("CONFIRMED", "true", "HANDED_OVER", "TWD", "5000 0 5000 -", "NEVER_PAID"),
            new Row("CONFIRMED", "false", "UNKNOWN", "TWD", "5000 0 5000 -", "NEVER_PAID"),
            new Row("CONFIRMED", "false", "HANDED_OVER", "TWD", "5000 0 5000 -", "GIVEN_BACK"))
        .forEach(
            row ->
                assertThat(differences(Map.of("CP1", parcel(row, "CHECK_COLLECTION"))))
                    .as(row.toString())
                    .hasSize(1));
  }

  @Test
  void otherSuggestion_isADifference() {
    assertThat(differences(Map.of("CP1", parcel(UNPAID, "INVESTIGATE")))).hasSize(1);
  }

  private static ReportedParcel parcel(Row row, String remedy) {
    return new ReportedParcel(Map.of("UNCOLLECTED", row), Set.of(remedy));
  }

  private static List<String> differences(Map<String, ReportedParcel> reported) {
    Finding finding = new Finding(Whereabouts.HANDED_OVER, Set.of(Remedy.CHECK_COLLECTION));
    Told told =
        new Told(
            Kind.UNCOLLECTED,
            Evidence.CONFIRMED,
            "",
            new Told.Money("TWD", 5_000L, 0L, 5_000L, null),
            "NEVER_PAID");
    ParcelTruth truth =
        new ParcelTruth(
            "CP1", Story.NEVER_PAID, false, List.of(told), finding, StoreReply.NOT_CALLED, finding);
    return new Comparison(List.of(truth), ParcelTruth::asFound).differences(reported);
  }
}
