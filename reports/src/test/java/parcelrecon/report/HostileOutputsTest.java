package parcelrecon.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever ids, stores, notes and refs say, outputs have the form that they have of tame ones. */
class HostileOutputsTest {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  @TempDir static Path directory;

  private static Path hostile;
  private static Path tame;

  @BeforeAll
  static void write() {
    assertThat(HostileTexts.all()).hasSize(500);
    List<String> texts = HostileTexts.readable();
    hostile = written("hostile", texts);
    tame =
        written(
            "tame", IntStream.range(0, texts.size()).mapToObj(i -> "P-%05d".formatted(i)).toList());
  }

  private static Path written(String name, List<String> texts) {
    Path folder = directory.resolve(name);
    new RunOutputs(SampleSettings.ENGLISH).write(HostileRun.of(texts), folder);
    return folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mismatches.csv", "rejects.csv", "datafix/tasks.csv"})
  void csv_hasItsRowsAndColumns_andNoCellIsAFormula(String file) throws IOException {
    List<CsvRecord> rows = csv(hostile.resolve(file));
    List<CsvRecord> tameRows = csv(tame.resolve(file));
    assertThat(rows.get(0).getFields()).isEqualTo(tameRows.get(0).getFields());
    for (CsvRecord row : rows) {
      assertThat(row.getFieldCount()).isEqualTo(rows.get(0).getFieldCount());
      assertThat(row.getFields()).noneMatch(HostileOutputsTest::isFormula);
    }
  }

  private static boolean isFormula(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
  }

  private static List<CsvRecord> csv(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  @Test
  void workbook_holdsTextsAsTexts() throws Exception {
    Set<String> formulas = new HashSet<>();
    try (ZipFile zip = new ZipFile(hostile.resolve("affected-parcels.xlsx").toFile())) {
      for (ZipEntry part : zip.stream().filter(each -> each.getName().contains(".")).toList()) {
        for (String[] text : texts(zip, part)) {
          if (text[0].equals("t")) {
            assertThat(isFormula(text[1])).as(text[1]).isFalse();
          } else if (text[0].equals("f")) {
            formulas.add(text[1]);
          }
        }
      }
    }
    Set<String> tameFormulas = new HashSet<>();
    try (ZipFile zip = new ZipFile(tame.resolve("affected-parcels.xlsx").toFile())) {
      for (ZipEntry part : zip.stream().filter(each -> each.getName().contains(".")).toList()) {
        texts(zip, part).stream()
            .filter(text -> text[0].equals("f"))
            .forEach(text -> tameFormulas.add(text[1]));
      }
    }
    assertThat(formulas).isEqualTo(tameFormulas);
  }

  /** Elements with the text directly in them; a part that is no XML fails. */
  private static List<String[]> texts(ZipFile zip, ZipEntry part) throws Exception {
    List<String[]> texts = new ArrayList<>();
    try (InputStream bytes = zip.getInputStream(part)) {
      XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(bytes);
      StringBuilder text = new StringBuilder();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          text.setLength(0);
          assertThat(reader.getAttributeValue(null, "TargetMode")).isNull();
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.append(reader.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          texts.add(new String[] {reader.getLocalName(), text.toString()});
          text.setLength(0);
        }
      }
    }
    return texts;
  }

  @Test
  void statement_hasOnlyOurElementsAndAttributes() throws Exception {
    assertThat(elements(hostile)).isEqualTo(elements(tame));
  }

  private static List<String> elements(Path folder) throws Exception {
    List<String> elements = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(folder.resolve("statement.html"))) {
      XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(bytes);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          StringBuilder element = new StringBuilder(reader.getLocalName());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.append(' ').append(reader.getAttributeLocalName(i));
          }
          elements.add(element.toString());
        }
      }
    }
    return elements;
  }

  @ParameterizedTest
  @ValueSource(strings = {"datafix/replay-outbound.jsonl", "datafix/replay-reversal.jsonl"})
  void replayLine_isOneObject_thatTellsTheParcel(String file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<String> keys = new ArrayList<>();
    for (String line : Files.readString(hostile.resolve(file)).split("\n")) {
      JsonNode object = mapper.readTree(line);
      assertThat(object.propertyNames()).containsExactly("topic", "key", "headers", "value");
      assertThat(mapper.readTree(object.get("value").toString())).isEqualTo(object.get("value"));
      String key = object.get("key").asString();
      assertThat(object.get("headers").get("idempotency-key").asString()).endsWith(":" + key);
      assertThat(object.get("value").toString()).contains(mapper.writeValueAsString(key));
      keys.add(key);
    }
    assertThat(keys)
        .containsExactlyInAnyOrderElementsOf(
            HostileTexts.readable().stream().filter(HostileOutputsTest::isSendable).toList());
  }

  /** What parts a record's key and headers when it is sent becomes a task. */
  private static boolean isSendable(String text) {
    return text.chars().noneMatch(each -> "\n\r\u001d\u001e\u001f".indexOf(each) >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.json", "datafix/manifest.json"})
  void json_hasTheKeysOfATameRun(String file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode said = mapper.readTree(Files.readString(hostile.resolve(file)));
    JsonNode tamely = mapper.readTree(Files.readString(tame.resolve(file)));
    assertThat(said.propertyNames()).isEqualTo(tamely.propertyNames());
  }
}
