package parcelrecon.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.story.Timeline;
import parcelrecon.demo.story.Written.Direction;
import parcelrecon.demo.story.Written.Print;
import parcelrecon.demo.story.Written.TillLine;
import parcelrecon.demo.story.Written.TillState;

class SettlementFilesTest {

  @TempDir Path folder;

  @Test
  void line_isWrittenInTheSitesWords() throws IOException {
    write(till("18:00:05", Direction.TAKEN, TillState.DONE, 128_000));
    assertThat(plain("2022-04-13-18.csv"))
        .containsExactly(
            "批次,流水號,收銀系統,物流單號,金額,幣別,付款時間,狀態,類型,交易別,通路",
            "2022041318,000001,POS,CP1,1280,TWD,2022/04/13 18:00:05,成功,代收貨款,收款,現金");
  }

  @Test
  void refundsVoidsAndDeclines_haveTheirOwnWords() throws IOException {
    write(
        till("18:00:05", Direction.GIVEN_BACK, TillState.DONE, 100),
        till("18:00:06", Direction.TAKEN, TillState.VOIDED, 100),
        till("18:00:07", Direction.TAKEN, TillState.DECLINED, 100),
        till("18:00:08", Direction.TAKEN, TillState.PENDING, 105));
    List<String> lines = plain("2022-04-13-18.csv");
    assertThat(lines.get(1)).contains("成功", "退款");
    assertThat(lines.get(2)).contains("作廢", "收款");
    assertThat(lines.get(3)).contains("失敗");
    assertThat(lines.get(4)).contains("處理中", ",1.05,");
  }

  @Test
  void lastMomentsOfAnHour_standInTwoFiles_asTheSameRow() throws IOException {
    write(
        till("17:59:55", Direction.TAKEN, TillState.DONE, 100),
        till("18:00:05", Direction.TAKEN, TillState.DONE, 100));
    String repeated = plain("2022-04-13-17.csv").get(1);
    assertThat(plain("2022-04-13-18.csv")).hasSize(3).contains(repeated);
  }

  @Test
  void hourOfTheOutage_isZipped_andEndsWithRowsOfNobody() throws IOException {
    write(till("19:40:00", Direction.TAKEN, TillState.DONE, 100));
    List<String> lines = zipped("2022-04-13-19.csv.gz");
    assertThat(lines).hasSize(4);
    assertThat(lines.subList(2, 4)).allSatisfy(line -> assertThat(line).contains(",POS,,"));
  }

  @Test
  void smudgedLine_keepsItsParcel_butNotItsAmount() throws IOException {
    write(
        new TillLine(
            "CP9", at("18:00:05"), Direction.TAKEN, TillState.DONE, 100, "TWD", Print.SMUDGED));
    assertThat(plain("2022-04-13-18.csv").get(1)).contains("CP9,#VALUE!,TWD");
  }

  @Test
  void moneyOfOtherKinds_standsBetween() throws IOException {
    List<TillLine> lines = new ArrayList<>();
    for (int second = 10; second < 60; second++) {
      lines.add(till("18:00:" + second, Direction.TAKEN, TillState.DONE, 100));
    }
    SettlementFiles.write(folder, lines);
    assertThat(plain("2022-04-13-18.csv")).filteredOn(line -> line.contains("代收帳單")).hasSize(2);
  }

  private void write(TillLine... lines) {
    SettlementFiles.write(folder, List.of(lines));
  }

  private List<String> plain(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
  }

  private List<String> zipped(String file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static TillLine till(
      String time, Direction direction, TillState state, long amountMinor) {
    return new TillLine("CP1", at(time), direction, state, amountMinor, "TWD", Print.CLEAR);
  }

  private static Instant at(String time) {
    return Timeline.at(0, time);
  }
}
