package parcelrecon.report.answers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.xml.sax.SAXException;

/**
 * The texts that a workbook's cells share, all in memory: hence at most {@value #BYTES_MAX} bytes
 * of them. A workbook of some hundred thousand parcels has as many once it was saved by Excel.
 */
final class LimitedTexts extends ReadOnlySharedStringsTable {

  static final long BYTES_MAX = 48L << 20;

  LimitedTexts(OPCPackage workbook) throws IOException, SAXException {
    super(workbook, false);
  }

  @Override
  public void readFrom(InputStream texts) throws IOException, SAXException {
    super.readFrom(new Limited(texts));
  }

  /** Told by the reader as what is wrong with the file. */
  static final class TooMany extends IOException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super(
          "has texts of more than "
              + BYTES_MAX
              + " bytes in its sheets; save the call list as CSV");
    }
  }

  private static final class Limited extends FilterInputStream {
    private long bytes;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      bytes += read;
      if (bytes > BYTES_MAX) {
        throw new TooMany();
      }
    }
  }
}
