package parcelrecon.demo.site;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import parcelrecon.demo.story.Timeline;
import parcelrecon.demo.story.Written.Direction;
import parcelrecon.demo.story.Written.Print;
import parcelrecon.demo.story.Written.TillLine;
import parcelrecon.demo.story.Written.TillState;

/**
 * The till's settlement: a CSV file per hour with Chinese headings, one of them zipped. A file
 * begins with the last moments of the hour before, and holds money of other kinds as well.
 */
final class SettlementFiles {

  private static final String HEADING = "批次,流水號,收銀系統,物流單號,金額,幣別,付款時間,狀態,類型,交易別,通路\n";
  private static final Instant ZIPPED_HOUR = Timeline.at(0, "19:00:00");
  private static final long OVERLAP_SECONDS = 20;
  private static final int LINES_PER_OTHER_KIND = 25;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withZone(Timeline.ZONE);

  private final Path folder;
  private final StringBuilder overlap = new StringBuilder();

  private SettlementFiles(Path folder) {
    this.folder = folder;
  }

  static void write(Path folder, List<TillLine> lines) {
    SettlementFiles files = new SettlementFiles(folder);
    HourlyFiles.byHour(lines, TillLine::at).forEach(files::write);
  }

  private void write(Instant hour, List<TillLine> lines) {
    StringBuilder text = new StringBuilder(HEADING).append(overlap);
    overlap.setLength(0);
    String batch = HourlyFiles.name(hour).replace("-", "");
    Instant lastMoments = hour.plusSeconds(3_600 - OVERLAP_SECONDS);
    int serial = 0;
    for (TillLine line : lines) {
      String row = row(batch, ++serial, line);
      text.append(row);
      if (!line.at().isBefore(lastMoments)) {
        overlap.append(row);
      }
      if (serial % LINES_PER_OTHER_KIND == 0) {
        text.append(otherKind(batch, ++serial, line));
      }
    }
    if (hour.equals(ZIPPED_HOUR)) {
      text.append(unreadableOfNobody(batch, serial));
    }
    String name = HourlyFiles.name(hour) + (hour.equals(ZIPPED_HOUR) ? ".csv.gz" : ".csv");
    HourlyFiles.write(folder.resolve(name), text);
  }

  private static String row(String batch, int serial, TillLine line) {
    String amount = line.print() == Print.CLEAR ? SiteFolder.major(line.amountMinor()) : "#VALUE!";
    return row(batch, serial, line.parcelId(), amount, line.currency(), TIME.format(line.at()))
        + String.join(
            ",", state(line.state()), "代收貨款", direction(line.direction()), channel(serial) + "\n");
  }

  private static String row(
      String batch, int serial, String parcelId, String amount, String currency, String time) {
    return String.join(
        ",",
        batch,
        String.format(Locale.ROOT, "%06d", serial),
        "POS",
        parcelId,
        amount,
        currency,
        time,
        "");
  }

  /** A bill paid at the same till: no money for a parcel. */
  private static String otherKind(String batch, int serial, TillLine line) {
    return row(batch, serial, "", "1250", "TWD", TIME.format(line.at())) + "成功,代收帳單,收款,現金\n";
  }

  /** Rows of which nobody can say whose they are. */
  private static String unreadableOfNobody(String batch, int serial) {
    String time = TIME.format(ZIPPED_HOUR.plusSeconds(3_599));
    return row(batch, serial + 1, "", "480", "TWD", time)
        + "成功,代收貨款,收款,現金\n"
        + row(batch, serial + 2, "", "#REF!", "TWD", time)
        + "成功,代收貨款,收款,現金\n";
  }

  private static String state(TillState state) {
    return switch (state) {
      case DONE -> "成功";
      case DECLINED -> "失敗";
      case VOIDED -> "作廢";
      case PENDING -> "處理中";
    };
  }

  private static String direction(Direction direction) {
    return switch (direction) {
      case TAKEN -> "收款";
      case GIVEN_BACK -> "退款";
    };
  }

  private static String channel(int serial) {
    return serial % 5 == 0 ? "信用卡" : serial % 7 == 0 ? "行動支付" : "現金";
  }
}
