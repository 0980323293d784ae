package parcelrecon.report.workbook;

import parcelrecon.report.calls.CallList;
import parcelrecon.report.calls.StoreCall;
import parcelrecon.report.calls.StoreLetters;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;

/** The list that BPM calls stores from; its last columns are filled in on the phone. */
final class StoreCallsSheet {

  private StoreCallsSheet() {}

  /** Writes the whole list, and hands each line to the letters as well. */
  static void write(Book book, CallList calls, int callers, StoreLetters letters) {
    SheetWriter<CallList.Line> sheet =
        new SheetWriter<>(book, SheetPlan.of("storeCalls", book.view().texts(), columns(book)));
    calls.forEachLine(
        callers,
        line -> {
          sheet.write(line);
          letters.add(line);
        });
    sheet.finish();
  }

  private static Columns<CallList.Line> columns(Book book) {
    Texts texts = book.view().texts();
    Columns<CallList.Line> columns = new Columns<>(texts);
    who(columns);
    parcel(columns, texts, book.view());
    return columns
        .byHand("contact", 11, Choice.CONTACT)
        .byHand("answer", 17, Choice.ANSWER)
        .byHand("whenWho", 18)
        .byHand("note", 24)
        .hidden("incident", line -> book.view().incident().id())
        .hidden("rowId", line -> line.call().parcelId())
        .hidden("rowVersion", line -> line.call().version());
  }

  private static void who(Columns<CallList.Line> columns) {
    columns
        .add("priority", 8, line -> Cell.whole(line.priority()))
        .text("caller", 10, CallList.Line::caller)
        .text("area", 11, line -> line.store().area())
        .text("supervisor", 11, line -> line.store().supervisor())
        .text("storeId", 9, line -> line.store().storeId())
        .text("storeName", 14, line -> line.store().name())
        .text("phone", 14, line -> line.store().phone());
  }

  private static void parcel(Columns<CallList.Line> columns, Texts texts, RunView view) {
    columns
        .text("parcelId", 16, line -> line.call().parcelId())
        .text("orderId", 16, line -> line.call().orderId())
        .text(
            "payment", 16, line -> line.call().term() == null ? "" : texts.name(line.call().term()))
        .add("due", 10, line -> due(line.call()))
        .add("paid", 13, line -> paid(line.call(), texts))
        .wrapped("story", 44, line -> line.call().words().story())
        .wrapped("saw", 22, line -> line.call().words().saw())
        .wrapped("says", 21, line -> line.call().words().says())
        .wrapped("after", 30, line -> line.call().words().after())
        .text(
            "verdict",
            15,
            line -> line.call().verdict().map(texts::name).orElse(texts.text("none")))
        .wrapped("ask", 34, line -> line.call().words().ask())
        .add("deadline", 12, line -> deadline(line.call(), view))
        .add("daysLeft", 8, line -> Cell.whole(line.daysLeft()));
  }

  private static Cell due(StoreCall call) {
    return Cell.money(call.amounts().dueMinor(), call.amounts().currency());
  }

  private static Cell paid(StoreCall call, Texts texts) {
    return call.amounts().notYetDue()
        ? Cell.text(texts.text("call.notYetDue"))
        : Cell.money(call.amounts().paidMinor(), call.amounts().currency());
  }

  private static Cell deadline(StoreCall call, RunView view) {
    return call.deadline() == null ? Cell.BLANK : Cell.day(view.day(call.deadline()));
  }
}
