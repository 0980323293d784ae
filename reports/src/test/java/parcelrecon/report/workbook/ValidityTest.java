package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.SampleRun;
import parcelrecon.report.WorkbookXml;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;

/**
 * What makes Excel say that it found unreadable content, looked for in the file itself: limits of
 * "Excel specifications and limits", and the order and uniqueness that ECMA-376 asks for.
 */
class ValidityTest {

  private static final List<String> ORDER_OF_A_SHEET =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "sheetProtection",
          "autoFilter",
          "mergeCells",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "drawing");

  private static final int NAME_CHARACTERS_MAX = 31;
  private static final int TEXT_CHARACTERS_MAX = 32_767;
  private static final int FORMULA_CHARACTERS_MAX = 8_192;
  private static final int LIST_CHARACTERS_MAX = 255;
  private static final int LINKS_MAX = 65_530;
  private static final int STYLES_MAX = 64_000;
  private static final int FOOTER_CHARACTERS_MAX = 255;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void workbook_keepsTheLimitsOfTheFormat_inEveryLanguage(String language) throws IOException {
    check(SampleRun.incident(), language, 25);
    check(HostileRun.some(), language, 25);
    check(SampleRun.of(List.of()), language, Book.ROWS_MAX);
  }

  private void check(RunResults run, String language, int rowsMax) throws IOException {
    Path file = folder.resolve("book.xlsx");
    new AffectedParcelsWorkbook(Texts.of(language), 2, rowsMax).write(run, file);
    try (WorkbookXml book = new WorkbookXml(file)) {
      names(book.sheets());
      int styles = styles(book);
      for (Map.Entry<String, String> sheet : book.sheets().entrySet()) {
        new SheetCheck(sheet.getKey(), styles).check(book, sheet.getValue());
      }
      definedNames(book);
    }
  }

  /** As if a table were continued a thousand times. */
  private static void names(Map<String, String> sheets) {
    assertThat(sheets.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
    for (String name : sheets.keySet()) {
      assertThat(name + " (1000)").hasSizeLessThanOrEqualTo(NAME_CHARACTERS_MAX);
      assertThat(name).isNotBlank().doesNotContainPattern("[\\[\\]:*?/\\\\]|^'|'$");
    }
  }

  private static int styles(WorkbookXml book) throws IOException {
    int[] styles = new int[1];
    book.elements(
        "xl/styles.xml",
        element -> {
          if (element.getLocalName().equals("cellXfs")) {
            styles[0] = Integer.parseInt(element.getAttributeValue(null, "count"));
          }
        });
    assertThat(styles[0]).isPositive().isLessThan(STYLES_MAX);
    return styles[0];
  }

  private static void definedNames(WorkbookXml book) throws IOException {
    List<String> names = new ArrayList<>();
    book.elements(
        "xl/workbook.xml",
        element -> {
          if (element.getLocalName().equals("definedName")) {
            names.add(
                element.getAttributeValue(null, "name")
                    + " of sheet "
                    + element.getAttributeValue(null, "localSheetId"));
          }
        });
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.matches("_xlnm\\.\\w+ of sheet \\d+"));
  }

  /** Goes through one sheet. */
  private static final class SheetCheck {
    private final String name;
    private final int styles;
    private final List<String> parts = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private int links;
    private int row;
    private int column;
    private int lastColumn;

    SheetCheck(String name, int styles) {
      this.name = name;
      this.styles = styles;
    }

    void check(WorkbookXml book, String part) throws IOException {
      book.elements(
          part,
          element -> {
            String is = element.getLocalName();
            if (ORDER_OF_A_SHEET.contains(is)) {
              parts.add(is);
            }
            switch (is) {
              case "row" -> row(Integer.parseInt(element.getAttributeValue(null, "r")));
              case "c" ->
                  cell(
                      element.getAttributeValue(null, "r"),
                      element.getAttributeValue(null, "s"),
                      element.getAttributeValue(null, "t"));
              case "col" ->
                  columns(
                      Integer.parseInt(element.getAttributeValue(null, "min")),
                      Integer.parseInt(element.getAttributeValue(null, "max")));
              case "hyperlink" -> links++;
              case "mergeCell" -> merged(element.getAttributeValue(null, "ref"));
              default -> {
                // has no limit of its own
              }
            }
          });
      book.texts(part, this::text);
      assertThat(parts)
          .as(name)
          .isSortedAccordingTo(Comparator.comparingInt(ORDER_OF_A_SHEET::indexOf))
          .doesNotHaveDuplicates();
      assertThat(links).as(name).isLessThanOrEqualTo(LINKS_MAX);
    }

    private void row(int number) {
      assertThat(number).as(name).isGreaterThan(row).isLessThanOrEqualTo(Book.ROWS_MAX);
      row = number;
      column = -1;
    }

    private void cell(String reference, String style, String type) {
      CellReference place = new CellReference(reference);
      assertThat(place.getRow() + 1).as(name).isEqualTo(row);
      assertThat((int) place.getCol()).as(name).isGreaterThan(column).isLessThan(16_384);
      column = place.getCol();
      assertThat(style == null ? 0 : Integer.parseInt(style)).as(name).isLessThan(styles);
      assertThat(type == null ? "n" : type).as(name).isIn("n", "inlineStr", "str", "s");
    }

    private void columns(int min, int max) {
      assertThat(min).as(name).isGreaterThan(lastColumn).isLessThanOrEqualTo(max);
      lastColumn = max;
    }

    private void merged(String range) {
      CellRangeAddress added = CellRangeAddress.valueOf(range);
      assertThat(merged).as(name).noneMatch(added::intersects);
      assertThat(added.getNumberOfCells()).as(name + range).isGreaterThan(1);
      merged.add(added);
    }

    private void text(String element, String text) {
      int max =
          switch (element) {
            case "t" -> TEXT_CHARACTERS_MAX;
            case "f" -> FORMULA_CHARACTERS_MAX;
            case "formula1", "formula2" -> LIST_CHARACTERS_MAX;
            case "oddFooter", "oddHeader" -> FOOTER_CHARACTERS_MAX;
            default -> Integer.MAX_VALUE;
          };
      assertThat(text.length()).as(name + " " + element).isLessThanOrEqualTo(max);
      if (element.equals("t")) {
        assertThat(text.isEmpty() || !Arrays.asList('=', '+', '@').contains(text.charAt(0)))
            .as(name + " " + text)
            .isTrue();
        assertThat(text.replace("_x005F_", ""))
            .as("shown as it is by a program that reads _x0041_ as A")
            .doesNotContainPattern("_x[0-9A-Fa-f]{4}_");
      }
    }
  }
}
