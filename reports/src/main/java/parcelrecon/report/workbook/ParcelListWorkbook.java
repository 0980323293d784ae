package parcelrecon.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRows;
import parcelrecon.results.RunResults;

/** A workbook of some parcels of a run, as somebody has filtered them, with their records. */
public final class ParcelListWorkbook {

  private ParcelListWorkbook() {}

  /**
   * Writes the workbook; beside it temporary files, only while it works.
   *
   * @return how many parcels it lists
   */
  public static long write(RunResults results, ParcelRows parcels, Texts texts, Path file)
      throws IOException {
    try (WorkFolder work = new WorkFolder(file);
        Book book = new Book(RunView.of(results, texts), Book.ROWS_MAX)) {
      ParcelsSheet sheet = new ParcelsSheet(book);
      TimelineSheet timeline = new TimelineSheet(book);
      parcels.forEach(parcel -> sheet.write(parcel, timeline.write(parcel)));
      long listed = sheet.finish();
      timeline.finish();
      book.write(work.path().resolve("whole.xlsx"), file);
      return listed;
    }
  }
}
