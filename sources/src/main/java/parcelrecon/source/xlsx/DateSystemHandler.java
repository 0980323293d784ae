package parcelrecon.source.xlsx;

import org.xml.sax.Attributes;

/** Reads off the workbook's own part whether its days count from 1904, in place of 1900. */
final class DateSystemHandler extends PartHandler {

  private boolean from1904;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (name.equals("workbookPr")) {
      from1904 = isTrue(attributes.getValue("date1904"));
    }
  }

  boolean isFrom1904() {
    return from1904;
  }
}
