package parcelrecon.report.statement;

import java.util.List;
import java.util.stream.Collectors;

/** A document as GitHub-flavoured Markdown. */
final class Markdown {

  private Markdown() {}

  static String of(Document document) {
    return document.blocks().stream().map(Markdown::block).collect(Collectors.joining("\n"));
  }

  private static String block(Document.Block block) {
    if (block instanceof Document.Title title) {
      return "# " + safe(title.text()) + "\n";
    } else if (block instanceof Document.Heading heading) {
      return "## " + safe(heading.text()) + "\n";
    } else if (block instanceof Document.Paragraph paragraph) {
      return safe(paragraph.text()) + "\n";
    } else if (block instanceof Document.Bullets list) {
      return list.texts().stream()
          .map(text -> "- " + safe(text) + "\n")
          .collect(Collectors.joining());
    }
    return table((Document.Table) block);
  }

  private static String table(Document.Table table) {
    String marks =
        table.head().stream()
            .map(column -> column.ofNumbers() ? "|--:" : "|---")
            .collect(Collectors.joining("", "", "|\n"));
    return line(table.head().stream().map(column -> safe(column.text())).toList())
        + marks
        + table.rows().stream().map(Markdown::row).collect(Collectors.joining());
  }

  private static String row(Document.Row row) {
    List<String> cells = row.cells().stream().map(Markdown::safe).toList();
    return line(row.isSum() ? cells.stream().map(cell -> "**" + cell + "**").toList() : cells);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String safe(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").replaceAll("[\\\\`*\\[\\]<>|]", "\\\\$0");
  }
}
