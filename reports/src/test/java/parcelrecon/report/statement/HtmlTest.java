package parcelrecon.report.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;

/** Read by a parser that refuses what is not well-formed. */
class HtmlTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void html_saysWhatMarkdownSays(String language) throws Exception {
    Statement statement = Statement.of(SampleRun.incident(), Texts.of(language));
    Path markdown = directory.resolve("statement.md");
    Path html = directory.resolve("statement.html");
    statement.writeMarkdown(markdown);
    long lines = statement.writeHtml(html);
    assertThat(Files.readAllLines(html)).hasSize((int) lines);
    Element root = parsed(Files.readString(html));
    assertThat(root.getAttribute("lang")).isEqualTo(language);
    assertThat(pieces(root)).isEqualTo(piecesOf(Files.readAllLines(markdown)));
  }

  @Test
  void html_needsNothingElse_asMailProgramsLoadNothing() throws Exception {
    Path html = directory.resolve("statement.html");
    Statement.of(SampleRun.incident(), Texts.of("en")).writeHtml(html);
    assertThat(Files.readString(html)).doesNotContain("<style", "<link", "<script", "src=", "url(");
    Element root = parsed(Files.readString(html));
    for (String tag : List.of("h1", "h2", "p", "li", "table", "th", "td")) {
      NodeList elements = root.getElementsByTagName(tag);
      for (int i = 0; i < elements.getLength(); i++) {
        assertThat(((Element) elements.item(i)).getAttribute("style")).isNotEmpty();
      }
    }
  }

  @Test
  void html_showsTextsAsTheyAre() throws Exception {
    String hostile = "a & b <script>alert(\"1\")</script> \u0000\n'c' *d* |";
    Document document = new Document();
    document.title(hostile);
    document.bullet(hostile);
    document.tableHead("lr", hostile, "n");
    document.row(hostile, "1");
    Element root = parsed(Html.of(document, "en"));
    assertThat(root.getElementsByTagName("script").getLength()).isZero();
    String shown = "a & b <script>alert(\"1\")</script>  'c' *d* |";
    assertThat(pieces(root)).containsExactly(shown, shown, shown, "n", shown, "1");
  }

  private static Element parsed(String html) throws Exception {
    assertThat(html).startsWith("<!DOCTYPE html>\n");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.substring(html.indexOf('\n') + 1))))
        .getDocumentElement();
  }

  /** Headings, paragraphs, list entries and cells, in their order. */
  private static List<String> pieces(Element element) {
    List<String> pieces = new ArrayList<>();
    NodeList all =
        ((Element) element.getElementsByTagName("body").item(0)).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      if (List.of("h1", "h2", "p", "li", "th", "td").contains(all.item(i).getNodeName())) {
        pieces.add(all.item(i).getTextContent());
      }
    }
    return pieces;
  }

  private static List<String> piecesOf(List<String> markdown) {
    List<String> pieces = new ArrayList<>();
    for (String line : markdown) {
      if (line.startsWith("| ")) {
        String cells = line.substring(2, line.length() - 2);
        for (String cell : cells.split("(?<!\\\\) \\| ", -1)) {
          pieces.add(plain(cell.replaceAll("^\\*\\*|\\*\\*$", "")));
        }
      } else if (!line.isEmpty() && !line.startsWith("|--")) {
        pieces.add(plain(line.replaceFirst("^(#+|-) ", "")));
      }
    }
    return pieces;
  }

  private static String plain(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }
}
