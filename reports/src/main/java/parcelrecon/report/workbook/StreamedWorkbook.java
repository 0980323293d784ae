package parcelrecon.report.workbook;

import java.io.IOException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** POI's workbook of streaming rows, its rows written by a {@link SheetStream}. */
final class StreamedWorkbook extends SXSSFWorkbook {

  StreamedWorkbook(XSSFWorkbook whole, int rowsInMemory) {
    super(whole, rowsInMemory);
  }

  @Override
  protected SheetDataWriter createSheetDataWriter() throws IOException {
    return new SheetStream();
  }
}
