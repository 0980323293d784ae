package parcelrecon.report.statement;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A document as HTML that mail programs show: they drop style sheets and load nothing, so every
 * element carries its own style.
 */
final class Html {

  private static final String FONT =
      "font-family:Arial,'Microsoft JhengHei','Microsoft YaHei',sans-serif";
  private static final String BORDER =
      "border:1px solid #bfbfbf;padding:4px 8px;vertical-align:top";

  private Html() {}

  /**
   * @param language of the texts, for example zh-TW
   */
  static String of(Document document, String language) {
    String title =
        document.blocks().stream()
            .filter(Document.Title.class::isInstance)
            .map(block -> ((Document.Title) block).text())
            .findFirst()
            .orElse("");
    return "<!DOCTYPE html>\n<html lang=\""
        + language
        + "\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>"
        + safe(title)
        + "</title>\n</head>\n<body style=\""
        + FONT
        + ";font-size:14px;line-height:1.5;color:#1a1a1a;max-width:960px;margin:16px\">\n"
        + document.blocks().stream().map(Html::block).collect(Collectors.joining())
        + "</body>\n</html>\n";
  }

  private static String block(Document.Block block) {
    if (block instanceof Document.Title title) {
      return element("h1", "font-size:22px;margin:0 0 12px", safe(title.text())) + "\n";
    } else if (block instanceof Document.Heading heading) {
      return element("h2", "font-size:17px;margin:20px 0 8px", safe(heading.text())) + "\n";
    } else if (block instanceof Document.Paragraph paragraph) {
      return element("p", "margin:8px 0", safe(paragraph.text())) + "\n";
    } else if (block instanceof Document.Bullets list) {
      return list.texts().stream()
          .map(text -> element("li", "margin:2px 0", safe(text)) + "\n")
          .collect(
              Collectors.joining("", "<ul style=\"margin:8px 0;padding-left:24px\">\n", "</ul>\n"));
    }
    return table((Document.Table) block);
  }

  private static String table(Document.Table table) {
    String head =
        table.head().stream()
            .map(column -> cell("th scope=\"col\"", ";background:#dde6f0", column, column.text()))
            .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    return "<table style=\"border-collapse:collapse;font-size:14px;margin:8px 0\">\n"
        + head
        + table.rows().stream()
            .map(row -> row(table.head(), row))
            .collect(Collectors.joining("", "", "</table>\n"));
  }

  private static String row(List<Document.Column> head, Document.Row row) {
    StringBuilder cells = new StringBuilder("<tr>");
    for (int i = 0; i < row.cells().size(); i++) {
      String weight = row.isSum() ? ";font-weight:bold" : "";
      cells.append(cell("td", weight, head.get(i), row.cells().get(i)));
    }
    return cells.append("</tr>\n").toString();
  }

  private static String cell(String tag, String style, Document.Column column, String text) {
    String align = column.ofNumbers() ? ";text-align:right" : ";text-align:left";
    return element(tag, BORDER + align + style, safe(text));
  }

  private static String element(String tag, String style, String content) {
    String name = tag.split(" ")[0];
    return "<" + tag + " style=\"" + style + "\">" + content + "</" + name + ">";
  }

  private static String safe(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
