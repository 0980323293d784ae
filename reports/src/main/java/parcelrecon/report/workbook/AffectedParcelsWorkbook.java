package parcelrecon.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import parcelrecon.report.calls.StoreLetters;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.rule.Standing;

/** Writes {@code affected-parcels.xlsx}: what BPM calls stores from and finance ties money with. */
public final class AffectedParcelsWorkbook {

  private final Texts texts;
  private final int callers;
  private final int rowsMax;

  /**
   * @param callers how many people share the call list, at least 1
   */
  public AffectedParcelsWorkbook(Texts texts, int callers) {
    this(texts, callers, Book.ROWS_MAX);
  }

  AffectedParcelsWorkbook(Texts texts, int callers, int rowsMax) {
    this.texts = texts;
    this.callers = callers;
    this.rowsMax = rowsMax;
  }

  /**
   * Writes the workbook; beside it temporary files, only while it works.
   *
   * @return how many affected parcels it lists
   */
  public long write(RunResults results, Path file) throws IOException {
    try (WorkFolder work = new WorkFolder(file)) {
      return write(RunView.of(results, texts), work.path(), file);
    }
  }

  private long write(RunView view, Path work, Path file) throws IOException {
    try (Overview overview = Overview.of(view, work);
        StoreLetters letters = new StoreLetters(view, work);
        Book book = new Book(view, new SummarySheet(view, overview), rowsMax)) {
      StoreCallsSheet.write(book, overview.calls(), callers, letters);
      overview.followUp().ifPresent(followUp -> FollowUpSheet.write(book, followUp, work));
      book.putLast(BurnDownSheet.name(view.texts()));
      long parcels = parcels(book, overview);
      StoresSheet.write(book, letters);
      EvidenceSheet.write(book);
      RejectsSheet.write(book);
      book.write(work.resolve("whole.xlsx"), file);
      return parcels;
    }
  }

  private static long parcels(Book book, Overview overview) {
    MoneySheet money = new MoneySheet(book);
    ParcelsSheet parcels = new ParcelsSheet(book);
    TimelineSheet timeline = new TimelineSheet(book);
    DatafixesSheet datafixes = new DatafixesSheet(book);
    DownstreamSheet downstream = new DownstreamSheet(book, overview);
    book.view()
        .results()
        .forEachParcel(
            parcel -> {
              money.write(parcel);
              records(parcel, timeline, parcels);
              datafixes.write(parcel);
              downstream.write(parcel);
            });
    money.finish();
    long listed = parcels.finish();
    timeline.finish();
    datafixes.finish();
    downstream.finish();
    return listed;
  }

  private static void records(ParcelRow parcel, TimelineSheet timeline, ParcelsSheet parcels) {
    if (TimelineSheet.shows(parcel)) {
      SheetWriter.Place records = timeline.write(parcel);
      if (parcel.standing() == Standing.AFFECTED) {
        parcels.write(parcel, records);
      }
    }
  }
}
