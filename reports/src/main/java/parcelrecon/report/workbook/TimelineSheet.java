package parcelrecon.report.workbook;

import java.util.List;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.story.Clocks;
import parcelrecon.report.story.RunView;
import parcelrecon.report.story.Timeline;
import parcelrecon.report.story.TimelineEntry;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Standing;

/** The records of all sources per parcel on one clock: affected parcels, and those to look into. */
final class TimelineSheet {

  private final Timeline words;
  private final SheetWriter<TimelineEntry> sheet;

  TimelineSheet(Book book) {
    Clocks clocks = new Clocks(book.view());
    words = new Timeline(book.view(), clocks);
    sheet =
        new SheetWriter<>(
            book,
            SheetPlan.of("timeline", book.view().texts(), columns(book.view(), clocks))
                .noting(clocks.notes()));
  }

  static boolean shows(ParcelRow parcel) {
    return parcel.standing() == Standing.AFFECTED
        || parcel.datafixes().stream()
            .anyMatch(datafix -> datafix.suggestion() == Suggestion.INVESTIGATE);
  }

  /** Writes the parcel's records, of which there is at least one, and tells where they begin. */
  SheetWriter.Place write(ParcelRow parcel) {
    List<TimelineEntry> entries = words.of(parcel);
    SheetWriter.Place first = sheet.write(entries.get(0));
    entries.stream().skip(1).forEach(sheet::write);
    return first;
  }

  void finish() {
    sheet.finish();
  }

  private static Columns<TimelineEntry> columns(RunView view, Clocks clocks) {
    Texts texts = view.texts();
    Columns<TimelineEntry> columns =
        new Columns<TimelineEntry>(texts)
            .text("parcelId", 16, each -> each.record().parcelId())
            .add("at", 23, each -> Cell.moment(each.at()));
    if (clocks.isAnyShifted()) {
      columns.add("onPickUpClock", 23, each -> Cell.moment(each.onPickUpClock()));
    }
    return columns
        .text("source", 18, each -> texts.name(each.record().ref().source()))
        .wrapped("what", 62, TimelineEntry::what)
        .text("storeId", 10, TimelineEntry::storeId)
        .add("amount", 12, each -> Cell.money(each.amountMinor(), each.currency()))
        .text("ref", 52, each -> each.record().ref().text());
  }
}
