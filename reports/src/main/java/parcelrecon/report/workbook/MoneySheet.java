package parcelrecon.report.workbook;

import java.util.List;
import java.util.Optional;
import parcelrecon.due.BusinessDays;
import parcelrecon.report.file.Digest;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchClass;

/** The cases finance ties: a row per mismatch of money. */
final class MoneySheet {

  private final RunView view;
  private final MoneyFoot foot;
  private final SheetWriter<MoneyCase> sheet;

  MoneySheet(Book book) {
    view = book.view();
    List<Column<MoneyCase>> columns = columns(view).list();
    foot = new MoneyFoot(book, columns.stream().map(Column::header).toList());
    sheet =
        new SheetWriter<>(
            book,
            SheetPlan.of("money", view.texts(), columns(view)).leavingFree(foot.rows()),
            foot);
  }

  void write(ParcelRow parcel) {
    for (MismatchRow row : parcel.mismatches()) {
      if (row.mismatch().kind().mismatchClass() == MismatchClass.MONEY) {
        MoneyCase moneyCase = new MoneyCase(view, parcel, row);
        sheet.write(moneyCase);
        foot.add(moneyCase);
      }
    }
  }

  void finish() {
    foot.tieOut(sheet.finish());
  }

  private static Columns<MoneyCase> columns(RunView view) {
    Columns<MoneyCase> columns = new Columns<>(view.texts());
    which(columns, view);
    amounts(columns);
    why(columns, view.texts());
    return columns
        .byHand("treatment", 15, Choice.TREATMENT)
        .byHand("voucher", 13)
        .byHand("byDate", 14)
        .byHand("checkedBy", 14)
        .byHand("note", 22)
        .hidden("incident", each -> view.incident().id())
        .hidden("rowId", each -> each.parcel().parcelId())
        .hidden("rowVersion", MoneySheet::version);
  }

  private static void which(Columns<MoneyCase> columns, RunView view) {
    columns
        .text("caseNumber", 14, MoneyCase::number)
        .add("businessDay", 12, each -> Cell.day(each.businessDay()))
        .add("age", 11, each -> Cell.whole(each.age().orElse(null)))
        .text("ageBand", 8, each -> each.age().map(BusinessDays::band).orElse(""))
        .text("storeId", 9, each -> each.row().storeId())
        .text("storeName", 13, each -> view.store(each.row().storeId()).name())
        .text("parcelId", 15, each -> each.parcel().parcelId())
        .text("orderId", 15, each -> each.subject().map(subject -> subject.orderId()).orElse(null))
        .text(
            "checkoutId",
            20,
            each -> each.subject().map(subject -> subject.checkoutId()).orElse(null));
  }

  private static void amounts(Columns<MoneyCase> columns) {
    columns
        .text("currency", 8, each -> each.amounts().currency())
        .add("due", 11, each -> money(each, each.amounts().dueMinor()))
        .add("paidNet", 11, each -> money(each, each.amounts().paidMinor()))
        .add("difference", 11, each -> money(each, each.differenceMinor()))
        .add("toCollect", 12, each -> money(each, each.toCollectMinor()))
        .add("toRefund", 12, each -> money(each, each.toRefundMinor()))
        .add("notYetDue", 12, each -> money(each, each.notYetDueMinor()));
  }

  private static Cell money(MoneyCase each, Long minor) {
    return Cell.money(minor, each.amounts().currency());
  }

  private static void why(Columns<MoneyCase> columns, Texts texts) {
    columns
        .wrapped("kind", 22, each -> kind(each, texts))
        .wrapped("evidence", 15, each -> texts.name(each.mismatch().proof()))
        .wrapped("payments", 40, MoneyCase::payments)
        .wrapped("storeAnswer", 18, MoneyCase::answer)
        .add("payoutDay", 12, each -> Cell.day(each.payoutDay()))
        .text("hold", 7, MoneyCase::hold)
        .wrapped("suggestion", 26, each -> Wording.suggestions(each.parcel(), each.row(), texts));
  }

  private static String kind(MoneyCase each, Texts texts) {
    String kind = texts.name(each.mismatch().kind());
    return Optional.ofNullable(each.mismatch().reason())
        .map(reason -> texts.aside(kind, texts.name(reason)))
        .orElse(kind);
  }

  private static String version(MoneyCase each) {
    return Digest.of(12, each.number(), each.amounts().toString(), each.mismatch().proof().name());
  }
}
