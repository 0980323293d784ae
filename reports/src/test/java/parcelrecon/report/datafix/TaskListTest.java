package parcelrecon.report.datafix;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.report.SampleParcel.parcel;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleSettings;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

class TaskListTest {

  @TempDir Path directory;

  @Test
  void amounts_addUpToTheSumsOfTheManifest() throws IOException {
    PackageFolder folder = write(SampleRun.incident(), "en");
    var told = folder.manifest().get("sums");
    Map<String, long[]> sums = new TreeMap<>();
    for (NamedCsvRecord task : folder.tasks()) {
      if (!task.getField("amount_minor").isEmpty()) {
        boolean refunds = task.getField("suggestion").equals("REFUND_BUYER");
        sums.computeIfAbsent(task.getField("currency"), currency -> new long[2])[refunds ? 1 : 0] +=
            Long.parseLong(task.getField("amount_minor"));
      }
    }
    assertThat(sums).hasSize(2);
    sums.forEach(
        (currency, sum) ->
            assertThat(told.get(currency).toString())
                .isEqualTo(
                    "{\"toCollectMinor\":%d,\"toRefundMinor\":%d}".formatted(sum[0], sum[1])));
    assertThat(told.size()).isEqualTo(sums.size());
  }

  @Test
  void owner_ofMoneyIsFinance_ofStatementsTheDba_ofEventsOps() throws IOException {
    PackageFolder folder =
        PackageFolder.write(SampleRun.incident(), Optional.empty(), "en", directory);
    Map<String, String> owners = new TreeMap<>();
    for (NamedCsvRecord task : folder.tasks()) {
      owners.merge(
          task.getField("suggestion"),
          task.getField("owner"),
          (one, other) -> one.equals(other) ? one : one + "+" + other);
    }
    assertThat(owners)
        .containsEntry("REVERT_OUTBOUND", "dba")
        .containsEntry("COMPLETE_OUTBOUND", "dba")
        .containsEntry("SEND_REVERSAL", "ops")
        .containsEntry("REPLAY_EVENT", "ops")
        .containsEntry("RESUME_CONSUMER", "ops")
        .containsEntry("CLAIM_LOST", "ops")
        .containsEntry("HOLD_PAYOUT", "finance")
        .containsEntry("CHECK_COLLECTION", "finance")
        .containsEntry("COLLECT_DIFFERENCE", "finance")
        .containsEntry("REFUND_BUYER", "finance")
        .doesNotContainKeys("ASK_STORE", "INFORM_STORE", "CLOSE_HEALED", "WAIT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Finance: the seller has not been paid yet. | The store’s answer (on the shelf)",
        "zh-TW | 財務：尚未撥款給賣家。 | 門市的回覆（仍在架上）",
        "zh-CN | 财务：尚未给卖家打款。 | 门店的答复（在架）"
      })
  void task_saysWhatToConfirmFirst_andWhatConfirmsIt(
      String language, String precondition, String evidence) throws IOException {
    SampleParcel onShelf =
        parcel("P-1")
            .pickedUp("19:42:39", 9100)
            .says(StoreAnswer.ON_SHELF, "14 10:20:00")
            .verdict(Verdict.ON_SHELF)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.HOLD_PAYOUT);
    NamedCsvRecord task = write(SampleRun.of(List.of(onShelf.row())), language).task("P-1");
    assertThat(task.getField("precondition")).isEqualTo(precondition);
    assertThat(task.getField("evidence")).isEqualTo(evidence);
  }

  @Test
  void task_saysThatItRestsOnAnAbsence_orIsNotProven() throws IOException {
    SampleParcel unpaid =
        parcel("P-1")
            .cod(100)
            .pickedUp("19:42:39", 20)
            .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION);
    SampleParcel doubted =
        parcel("P-2")
            .cod(100)
            .pickedUp("19:42:39", 20)
            .finds(MismatchKind.UNCOLLECTED, Proof.UNVERIFIED, Suggestion.INVESTIGATE);
    PackageFolder folder =
        write(SampleRun.of(Stream.of(unpaid, doubted).map(SampleParcel::row).toList()), "en");
    assertThat(folder.task("P-1").getField("evidence"))
        .isEqualTo("No such record, though its source is complete");
    assertThat(folder.task("P-2").getField("evidence")).isEqualTo("Not proven");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-TW", "zh-CN"})
  void sentence_isWholeByItself_inEveryLanguage(String language) throws IOException {
    PackageFolder folder =
        PackageFolder.write(SampleRun.incident(), Optional.empty(), language, directory);
    assertThat(folder.tasks())
        .isNotEmpty()
        .allSatisfy(
            task -> {
              String about =
                  task.getField("parcel_id").isEmpty()
                      ? task.getField("group")
                      : task.getField("parcel_id");
              assertThat(task.getField("sentence")).contains(about).endsWith(end(language));
              assertThat(task.getField("sentence")).doesNotContain("{").doesNotContain("–");
            });
  }

  private static String end(String language) {
    return language.equals("en") ? "." : "。";
  }

  @ParameterizedTest
  @CsvSource({"en, claim it back", "zh-TW, 請追回", "zh-CN, 请追回"})
  void sentence_claimsBackWhatWasRefundedTooMuch(String language, String says) throws IOException {
    SampleParcel refunded =
        parcel("P-1")
            .pickedUp("19:42:39", 20)
            .finds(MismatchKind.OVER_REFUNDED, Suggestion.CHECK_COLLECTION);
    assertThat(
            write(SampleRun.of(List.of(refunded.row())), language).task("P-1").getField("sentence"))
        .contains(says);
  }

  private PackageFolder write(SampleRun run, String language) throws IOException {
    return PackageFolder.write(run, Optional.of(SampleSettings.DATAFIX), language, directory);
  }
}
