package parcelrecon.source.xlsx;

import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a part of a workbook; what is wrong with its XML ends the reading, and is not logged. */
abstract class PartHandler extends DefaultHandler {

  /** Ends the reading of a part of which nothing more is wanted. */
  static final class Enough extends SAXException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  @Override
  public void error(SAXParseException e) throws SAXException {
    throw e;
  }

  /** The value of a flag as XML Schema writes it. */
  static boolean isTrue(String flag) {
    return "1".equals(flag) || "true".equals(flag) || "on".equals(flag);
  }
}
