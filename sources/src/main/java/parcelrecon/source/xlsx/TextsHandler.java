package parcelrecon.source.xlsx;

import java.io.IOException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads the part with the shared texts. What tells how to pronounce a text is none of it. */
final class TextsHandler extends PartHandler {

  private final SharedTexts texts;
  private final CellText text = new CellText();
  private boolean inText;
  private boolean inPronunciation;

  TextsHandler(SharedTexts texts) {
    this.texts = texts;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "si" -> text.clear();
      case "rPh" -> inPronunciation = true;
      case "t" -> inText = !inPronunciation;
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inText) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    switch (name) {
      case "si" -> add();
      case "rPh" -> inPronunciation = false;
      case "t" -> inText = false;
      default -> {}
    }
  }

  private void add() throws SAXException {
    try {
      texts.add(text.toString());
    } catch (IOException e) {
      throw new SAXException(e);
    }
  }
}
