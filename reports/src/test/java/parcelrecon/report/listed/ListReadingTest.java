package parcelrecon.report.listed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parcelrecon.problem.ProblemException;

class ListReadingTest {

  private static final Set<String> KNOWN = Set.of("P1", "P2", "CP 7");

  private static Set<String> known(Collection<String> ids) {
    Set<String> known = new HashSet<>(ids);
    known.retainAll(KNOWN);
    return known;
  }

  private static GivenList read(byte[] bytes) {
    try {
      return ListReading.read(new ByteArrayInputStream(bytes), "list", ListReadingTest::known);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static GivenList read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void csv_isReadByItsHeading_inAnyLanguage() {
    assertThat(read("store,parcel_id,note\nS1,P1,x\nS2,P9,\"a,b\"\n").ids())
        .containsExactly("P1", "P9");
    assertThat(read("\uFEFFstore;Parcel ID\r\nS1;P1\r\n").ids()).containsExactly("P1");
    assertThat(read("parcel_id\nP1\nP9\n").ids()).containsExactly("P1", "P9");
    assertThat(read("parcel_id,note\nP1\n\nP9,x,y\n").ids()).containsExactly("P1", "P9");
  }

  @Test
  void csvWithoutThatHeading_isReadByTheColumnTheRunKnows() {
    GivenList list = read("單號\t門市\nP9\t100001\nP1\t100002\n");
    assertThat(list.ids()).containsExactly("P9", "P1");
    assertThat(list.column()).isEqualTo("單號");
    assertThat(read("100001,P1\n100002,P2\n").ids()).containsExactly("P1", "P2");
    assertThat(read("name,number\nLin,X77\nWu,X78\n").ids()).containsExactly("X77", "X78");
  }

  @Test
  void text_givesAnIdALine_orItsWordsWithADigit() {
    assertThat(read("P1\n\n  P9 \n").ids()).containsExactly("P1", "P9");
    assertThat(read("P1, P2、P3 and also P4").ids()).containsExactly("P1", "P2", "P3", "P4");
    assertThat(read("please look at P1\nCP 7\n").ids()).containsExactly("P1", "CP 7");
    assertThat(read("Parcels\nP1\nP2\n").ids()).containsExactly("P1", "P2");
    assertThat(read("ABC\nDEF").ids()).containsExactly("ABC", "DEF");
  }

  @Test
  void blanksOfACell_stayAsGiven_andItsFormulaDoesNot() {
    assertThat(read("parcel_id,x\n\" P1\",1\n\"=\"\"P2\"\"\",2\n").ids())
        .containsExactly(" P1", "P2");
  }

  @Test
  void repeatedIds_areCounted() {
    GivenList list = read("P1\nP2\nP1\nP1\n");
    assertThat(list.ids()).containsExactly("P1", "P2");
    assertThat(list.repeated()).isEqualTo(2);
  }

  @Test
  void spreadsheetsUnicodeText_isRead() {
    byte[] text = "\uFEFF單號\t店\nP1\tS1\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(text).ids()).containsExactly("P1");
  }

  @Test
  void list_isRefused_whenItIsNone() {
    assertRefused("", "holds no parcel id");
    assertRefused(" \n,\n", "holds no parcel id");
    assertRefused("PK\u0003\u0004...", "is a workbook");
    assertThatThrownBy(() -> read("單號\nP1".getBytes(Charset.forName("Big5"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not a text in UTF-8");
    assertRefused(
        IntStream.rangeClosed(0, GivenList.IDS_MAX)
            .mapToObj(number -> "P" + number)
            .collect(Collectors.joining("\n")),
        "has more than 100000 parcel ids");
    assertRefused("x".repeat(ListText.BYTES_MAX + 1), "has more than 16777216 bytes");
  }

  private static void assertRefused(String text, String because) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.exitCode().code()).isEqualTo(2))
        .hasMessageContaining(because);
  }
}
