package parcelrecon.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parcelrecon.demo.story.Days;
import parcelrecon.demo.story.StoreReply;
import parcelrecon.demo.story.Story;

class TruthTest {

  private static List<ParcelTruth> truth;

  @BeforeAll
  static void tellTheTruth() {
    truth = Truth.of(Days.demo());
  }

  @Test
  void truth_holdsEveryKind() {
    assertThat(truth.stream().flatMap(parcel -> parcel.told().stream()).map(Told::kind))
        .contains(Kind.values());
  }

  @Test
  void truth_holdsEveryRemedy_whereaboutsAndEvidence() {
    Set<Remedy> remedies = EnumSet.noneOf(Remedy.class);
    Set<Whereabouts> whereabouts = EnumSet.noneOf(Whereabouts.class);
    for (ParcelTruth parcel : truth) {
      for (Finding finding : List.of(parcel.asFound(), parcel.afterAnswers())) {
        remedies.addAll(finding.remedies());
        whereabouts.add(finding.whereabouts());
      }
    }
    assertThat(remedies).containsExactlyInAnyOrder(Remedy.values());
    assertThat(whereabouts).containsExactlyInAnyOrder(Whereabouts.values());
    assertThat(truth.stream().flatMap(parcel -> parcel.told().stream()).map(Told::evidence))
        .contains(Evidence.values());
  }

  @Test
  void shownAsFailed_isToldOfAsManyParcelsAsThereWere() {
    assertThat(truth).filteredOn(tells(Kind.SHOWN_AS_FAILED)).hasSize(2_117);
  }

  @Test
  void everyStory_hasItsRow() {
    TruthTable table = new TruthTable();
    assertThat(Story.values()).allSatisfy(story -> assertThat(table.of(story)).isNotNull());
  }

  @Test
  void everyStoryWhoseStoreAnswers_hasAFindingAfterTheAnswer() {
    assertThat(truth)
        .filteredOn(parcel -> parcel.reply().tells())
        .isNotEmpty()
        .allSatisfy(parcel -> assertThat(parcel.asFound().remedies()).contains(Remedy.ASK_STORE))
        .noneMatch(parcel -> parcel.afterAnswers().remedies().contains(Remedy.ASK_STORE));
  }

  @Test
  void answers_areOfEverySort() {
    assertThat(truth.stream().map(ParcelTruth::reply).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(StoreReply.values());
  }

  @Test
  void edges_areThereAndRare() {
    assertThat(truth).filteredOn(ParcelTruth::edge).hasSizeBetween(6, 60);
  }

  @Test
  void paidInsideButPickedUpBefore_isNoBusinessOfTheIncident() {
    assertThat(truth)
        .extracting(ParcelTruth::story)
        .doesNotContain(
            Story.PICKED_UP_BEFORE_PAID_INSIDE, Story.PICKED_UP_DAYS_BEFORE_PAID_INSIDE);
  }

  @Test
  void missingAndBypassedEvents_excludeEachOther() {
    assertThat(truth)
        .filteredOn(tells(Kind.EVENT_MISSING))
        .isNotEmpty()
        .noneMatch(tells(Kind.EVENT_BYPASSED));
  }

  private static Predicate<ParcelTruth> tells(Kind kind) {
    return parcel -> parcel.told().stream().anyMatch(told -> told.kind() == kind);
  }
}
