package parcelrecon.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.Payment;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource.Reading;

class CsvSourceTest extends TillFiles {

  @Test
  void rows_becomeRecordsWithTheirLines_whenSeveralFilesMatch() {
    file("till/b.csv", HEADING + "P3,3,30,\n");
    file("till/a.csv", HEADING + "P1,1,10.50,cash\nP2,2,20,\n");
    file("till/.a.csv.swp", "no csv");
    file("till/readme.txt", "no csv");

    Reading reading = read(ONE_SPLIT);

    assertThat(refs(reading))
        .containsExactly("payments:till/a.csv:2", "payments:till/a.csv:3", "payments:till/b.csv:2");
    Payment first = (Payment) reading.sink().accepted().get(0);
    assertThat(first.amountMinor()).isEqualTo(1050);
    assertThat(first.channel()).isEqualTo("cash");
    assertThat(((Payment) reading.sink().accepted().get(1)).channel()).isNull();
    assertThat(reading.reasons())
        .containsExactly(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS));
  }

  @Test
  void line_isTheOneTheRecordBeginsOn_whenQuotesHoldLineBreaks() {
    file(
        "till/a.csv",
        HEADING
            + "P1,1,10,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\n\nP2,2,20,\"a\nb\nc\"\nP3,3,30,x\n");

    Reading reading = read(1);

    assertThat(refs(reading))
        .containsExactly("payments:till/a.csv:2", "payments:till/a.csv:6", "payments:till/a.csv:9");
    assertThat(((Payment) reading.sink().accepted().get(0)).channel())
        .isEqualTo("two\r\nlines, \"quoted\"");
    assertThat(reading.plan().splits()).hasSizeGreaterThan(2);
  }

  @Test
  void quote_isALetter_whenTheFieldDoesNotBeginWithIt() {
    file("till/a.csv", HEADING + "P1,1,10,5\" wide\nP2,2,20,=\"a, b\"\nP3,3,30,6\" wide\n");

    Reading reading = read(1);

    assertThat(refs(reading)).containsExactly("payments:till/a.csv:2", "payments:till/a.csv:4");
    assertThat(((Payment) reading.sink().accepted().get(0)).channel()).isEqualTo("5\" wide");
    assertThat(reading.sink().rejected().get(0).reason())
        .isEqualTo("row has 5 columns, expected 4");
  }

  @Test
  void heading_isRead_whenItIsChineseBehindAMark() {
    payments.column("parcel_id", "物流單號").column("payment_id", "批次", "流水號").column("amount", "金額");
    file("till/a.csv", "\uFEFF\"物流單號\",批次 ,流水號,=\"金額\"\r\n=\"00012\",B1,7,4212.00\r\n");

    Payment payment = (Payment) read(ONE_SPLIT).sink().record();

    assertThat(payment.parcelId()).isEqualTo("00012");
    assertThat(payment.paymentId()).isEqualTo("B1-7");
    assertThat(payment.amountMinor()).isEqualTo(421200);
  }

  @Test
  void rows_areDecoded_whenTheCharsetIsNotUtf8() {
    String text = "parcel_id|payment_id|amount|channel\nP1|1|10|\"現\n金\"\nP2|2|20|許功蓋\n";
    for (String name : List.of("Big5", "GB18030", "UTF-16", "UTF-16LE", "x-windows-950")) {
      Charset charset = Charset.forName(name);
      file("till/a.csv", text.getBytes(charset));
      payments.csv("till/a.csv", '|', charset, true);

      Reading reading = read(1);

      assertThat(reading.sink().accepted())
          .as(name)
          .extracting(payment -> ((Payment) payment).channel())
          .containsExactly("現\n金", "許功蓋");
      assertThat(refs(reading)).endsWith("payments:till/a.csv:4");
    }
  }

  @Test
  void columns_areNumbers_whenThereIsNoHeading() {
    payments
        .csv("rows.csv", ';', StandardCharsets.UTF_8, false)
        .column("parcel_id", "2")
        .column("payment_id", "1")
        .column("amount", "3");
    file("rows.csv", "\n1;P1;10\n2;P2;20");

    Reading reading = read(1);

    assertThat(refs(reading)).containsExactly("payments:rows.csv:2", "payments:rows.csv:3");
  }

  @Test
  void gzip_isOneSplit_whateverItsName() {
    file("till/a.csv", SiteFolder.zipped(HEADING + "P1,1,10,\nP2,2,20,\n"));

    Reading reading = read(1);

    assertThat(reading.plan().splits()).hasSize(1);
    assertThat(refs(reading)).containsExactly("payments:till/a.csv:2", "payments:till/a.csv:3");
  }

  @Test
  void heading_mayRepeatWhatNobodyReads() {
    file("till/a.csv", "parcel_id,note,payment_id,amount,note,,\nP1,,1,10,,,\n");

    assertThat(read(ONE_SPLIT).sink().record().parcelId()).isEqualTo("P1");
  }
}
