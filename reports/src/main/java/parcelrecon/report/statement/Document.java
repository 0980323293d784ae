package parcelrecon.report.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of headings, paragraphs, lists and tables in the making. Every piece is plain text, text
 * from outside among it: {@link Markdown} and {@link Html} see to it that none is read as markup.
 */
final class Document {

  private final List<Block> blocks = new ArrayList<>();

  /** A piece of the text. */
  sealed interface Block {}

  record Title(String text) implements Block {}

  record Heading(String text) implements Block {}

  record Paragraph(String text) implements Block {}

  record Bullets(List<String> texts) implements Block {}

  record Table(List<Column> head, List<Row> rows) implements Block {}

  record Column(String text, boolean ofNumbers) {}

  /**
   * @param isSum whether it sums up the rows above
   */
  record Row(List<String> cells, boolean isSum) {}

  void title(String title) {
    blocks.add(new Title(title));
  }

  void heading(String heading) {
    blocks.add(new Heading(heading));
  }

  void paragraph(String paragraph) {
    blocks.add(new Paragraph(paragraph));
  }

  /** Goes on with the list that was begun, or begins one. */
  void bullet(String bullet) {
    if (last() instanceof Bullets list) {
      list.texts().add(bullet);
    } else {
      blocks.add(new Bullets(new ArrayList<>(List.of(bullet))));
    }
  }

  /**
   * Begins a table; its rows follow.
   *
   * @param alignment a letter for each column: {@code l} for texts, {@code r} for numbers
   */
  void tableHead(String alignment, String... columns) {
    List<Column> head = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      head.add(new Column(columns[i], alignment.charAt(i) == 'r'));
    }
    blocks.add(new Table(head, new ArrayList<>()));
  }

  void row(String... cells) {
    table().rows().add(new Row(List.of(cells), false));
  }

  void sumRow(String... cells) {
    table().rows().add(new Row(List.of(cells), true));
  }

  private Table table() {
    if (last() instanceof Table table) {
      return table;
    }
    throw new IllegalStateException("a row outside of a table");
  }

  private Block last() {
    return blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
  }

  List<Block> blocks() {
    return blocks;
  }
}
