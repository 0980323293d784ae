package parcelrecon.report.statement;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** A Markdown text in the making. */
final class Markdown {

  private final StringBuilder text = new StringBuilder();

  /** Text from outside: shown as it is, never read as markup. */
  static String safe(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").replaceAll("[\\\\`*\\[\\]<>|]", "\\\\$0");
  }

  void title(String title) {
    text.append("# ").append(title).append("\n\n");
  }

  void heading(String heading) {
    text.append("## ").append(heading).append("\n\n");
  }

  void paragraph(String paragraph) {
    text.append(paragraph).append("\n\n");
  }

  void bullet(String bullet) {
    text.append("- ").append(bullet).append('\n');
  }

  /** Ends a list or a table. */
  void end() {
    text.append('\n');
  }

  /**
   * @param alignment a letter for each column: {@code l} for texts, {@code r} for numbers
   */
  void tableHead(String alignment, String... columns) {
    row(columns);
    text.append(
        alignment.chars().mapToObj(each -> each == 'r' ? "|--:" : "|---").collect(joining()));
    text.append("|\n");
  }

  void row(String... cells) {
    text.append(Arrays.stream(cells).collect(joining(" | ", "| ", " |\n")));
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
