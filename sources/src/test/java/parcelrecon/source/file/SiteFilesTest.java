package parcelrecon.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.SourceName;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;

class SiteFilesTest {

  @TempDir Path folder;
  private Path base;

  @BeforeEach
  void files() throws IOException {
    base = Files.createDirectories(folder.resolve("a[1]/site"));
    for (String name :
        List.of(
            "x.csv",
            "till/2.csv",
            "till/10.csv",
            "till/1.csv.gz",
            "till/.3.csv",
            "till/deep/4.csv",
            "odd[1].csv",
            "../beside.csv")) {
      Files.createDirectories(base.resolve(name).getParent());
      Files.writeString(base.resolve(name), "one\ntwo\n");
    }
    Files.createDirectories(base.resolve("till/folder.csv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.csv|x.csv",
        "./x.csv|x.csv",
        "till/*.csv|till/10.csv till/2.csv",
        "till/*.csv*|till/1.csv.gz till/10.csv till/2.csv",
        "till/{1,2}.*|till/1.csv.gz till/2.csv",
        "**/*.csv|till/10.csv till/2.csv till/deep/4.csv",
        "*/deep/?.csv|till/deep/4.csv",
        "odd[1].csv|odd[1].csv",
        "../*.csv|../beside.csv"
      })
  void files_areThoseThatMatch_sortedByName(String pattern, String names) {
    assertThat(names(of(pattern, Framing.lines()))).containsExactly(names.split(" "));
  }

  @Test
  void files_mayBeAbsolute_andAreNamedRelatively() {
    assertThat(names(of(base + "/till/*.csv", Framing.lines())))
        .containsExactly("till/10.csv", "till/2.csv");
    assertThat(names(of(folder.resolve("a[1]") + "/beside.csv", Framing.lines())))
        .containsExactly("../beside.csv");
  }

  @Test
  void splits_areNumberedThroughAllFiles() {
    SiteFiles files = of("till/*.csv", Framing.lines());

    List<Split> splits = files.plan(files.all(), 4);

    assertThat(splits).extracting(Split::ordinal).containsExactly(0, 1, 2, 3);
    assertThat(splits.get(3).at())
        .containsEntry("file", "till/2.csv")
        .containsEntry("start", "4")
        .containsEntry("line", "2");
    assertThat(splits.get(3).source()).isEqualTo(SourceName.PAYMENTS);
    List<String> read = new ArrayList<>();
    files.read(
        splits.get(3),
        record -> {
          read.add(record.ref().text() + " " + record.text());
          return RecordReader.Found.WHOLE;
        });
    assertThat(read).containsExactly("payments:till/2.csv:2 two");
  }

  @Test
  void emptyFile_isOneSplitWithoutRecords() throws IOException {
    Files.writeString(base.resolve("empty.csv"), "");
    SiteFiles files = of("empty.csv", Framing.lines());

    List<Split> splits = files.plan(files.all(), 100);

    assertThat(splits).hasSize(1);
    assertThat(files.read(splits.get(0), record -> RecordReader.Found.CUT)).isEmpty();
    assertThat(files.first(files.all().get(0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, true, true",
    "ISO-8859-15, true, true",
    "windows-1252, true, true",
    "Big5, true, false",
    "GB18030, true, false",
    "Shift_JIS, true, false",
    "UTF-16, false, false",
    "ISO-2022-JP, false, false"
  })
  void framing_findsRecordsOnBytes_whereSecondBytesCannotMislead(
      String charset, boolean withComma, boolean withBar) {
    assertThat(Framing.quoted(Charset.forName(charset), ',').splittable()).isEqualTo(withComma);
    assertThat(Framing.quoted(Charset.forName(charset), '|').splittable()).isEqualTo(withBar);
  }

  @Test
  void framing_refusesADelimiterThatIsNone() {
    for (char delimiter : new char[] {'"', '\n', '，'}) {
      assertThatThrownBy(() -> Framing.quoted(StandardCharsets.UTF_8, delimiter))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private SiteFiles of(String pattern, Framing framing) {
    SourceSettings settings = SomeSource.of(SourceName.PAYMENTS).in(base).settings();
    return new SiteFiles(settings, pattern, framing);
  }

  private static List<String> names(SiteFiles files) {
    return files.all().stream().map(SiteFile::name).toList();
  }
}
