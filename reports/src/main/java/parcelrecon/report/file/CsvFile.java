package parcelrecon.report.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A CSV file being written: UTF-8, LF line ends, a header, absent values as empty cells. */
public final class CsvFile implements AutoCloseable {

  private final CsvWriter writer;
  private final int columns;
  private long rows;

  private CsvFile(CsvWriter writer, List<String> header) {
    this.writer = writer;
    this.columns = header.size();
    writer.writeRecord(header);
  }

  public static CsvFile create(Path path, List<String> header) throws IOException {
    CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path, StandardCharsets.UTF_8);
    return new CsvFile(writer, header);
  }

  /** Written to a stream, which is closed with it. */
  public static CsvFile to(OutputStream out, List<String> header) {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return new CsvFile(writer, header);
  }

  /**
   * One row. Texts that come from outside have gone through {@link
   * parcelrecon.report.text.CellText} before.
   */
  public void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    writer.writeRecord(cells);
    rows++;
  }

  /** Rows so far, without the header. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
