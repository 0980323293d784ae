package parcelrecon.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import parcelrecon.report.diff.DiffTable;
import parcelrecon.report.diff.DiffTable.Level;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffTotals.Line;
import parcelrecon.results.RunDiff;

/** A diff as lines of a terminal: numbers in columns, what they are of behind them. */
final class DiffLines {

  private static final String BETWEEN = "  ";

  private final RunDiff diff;
  private final DiffTable table;
  private final Texts texts;

  DiffLines(RunDiff diff, DiffTable table, Texts texts) {
    this.diff = diff;
    this.table = table;
    this.texts = texts;
  }

  List<String> all() {
    List<String> lines = new ArrayList<>();
    ZoneId zone = diff.after().incident().window().zone();
    lines.add(
        texts.text(
            "diff.heading",
            diff.before().run(),
            texts.dateTime(diff.before().asOf(), zone),
            diff.after().run(),
            texts.dateTime(diff.after().asOf(), zone)));
    if (table.isEmpty()) {
      lines.add(texts.text("diff.none"));
      return lines;
    }
    add(lines, DiffTable.COUNTED, table.counts());
    if (!table.money().isEmpty()) {
      add(lines, DiffTable.OF_MONEY, table.money());
    }
    lines.add("");
    lines.add(texts.text("diff.notKnown"));
    return lines;
  }

  private void add(List<String> lines, List<Line> columns, List<DiffTable.Row> rows) {
    List<String> heads = table.columns(columns);
    int[] widths =
        IntStream.range(0, heads.size())
            .map(
                at ->
                    Math.max(
                        width(heads.get(at)),
                        rows.stream().mapToInt(row -> width(row.cells().get(at))).max().orElse(0)))
            .toArray();
    lines.add("");
    lines.add(line(heads, widths, texts.text("diff.name")));
    rows.forEach(row -> lines.add(line(row.cells(), widths, indented(row))));
  }

  private static String indented(DiffTable.Row row) {
    return (row.level() == Level.KIND ? BETWEEN : "") + Console.shown(row.name());
  }

  private static String line(List<String> cells, int[] widths, String name) {
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < cells.size(); at++) {
      line.append(" ".repeat(widths[at] - width(cells.get(at)))).append(cells.get(at));
      line.append(BETWEEN);
    }
    return line.append(name).toString();
  }

  /** A terminal shows a Chinese character, or a full-width sign, in two places. */
  private static int width(String text) {
    return text.codePoints().map(each -> each >= 0x1100 && isWide(each) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character) || character >= 0xFF00 && character <= 0xFF60;
  }
}
