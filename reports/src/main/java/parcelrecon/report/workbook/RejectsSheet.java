package parcelrecon.report.workbook;

import parcelrecon.model.Reject;
import parcelrecon.report.text.Texts;

/** Rows of the sources that could not be read. */
final class RejectsSheet {

  private RejectsSheet() {}

  static void write(Book book) {
    Texts texts = book.view().texts();
    SheetWriter<Reject> sheet =
        new SheetWriter<>(
            book,
            SheetPlan.of(
                "rejects",
                texts,
                new Columns<Reject>(texts)
                    .text("source", 18, reject -> texts.name(reject.source()))
                    .text("ref", 46, reject -> reject.ref().text())
                    .text("parcelId", 16, Reject::parcelId)
                    .wrapped("reason", 50, Reject::reason)
                    .wrapped("rejectedRow", 80, Reject::row)));
    book.view().results().forEachReject(sheet::write);
    sheet.finish();
  }
}
