package parcelrecon.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import parcelrecon.model.Store;
import parcelrecon.report.calls.StoreLetters;
import parcelrecon.report.story.RunView;
import parcelrecon.results.Totals;

/** Per store what happened there, and a text ready to be sent to it. */
final class StoresSheet {

  private StoresSheet() {}

  static void write(Book book, StoreLetters letters) {
    RunView view = book.view();
    List<Totals.StoreTotals> stores = view.results().stores();
    SheetWriter<Totals.StoreTotals> sheet =
        new SheetWriter<>(
            book, SheetPlan.of("stores", view.texts(), columns(view, stores, letters)));
    stores.forEach(sheet::write);
    sheet.finish();
  }

  private static Columns<Totals.StoreTotals> columns(
      RunView view, List<Totals.StoreTotals> stores, StoreLetters letters) {
    return new Columns<Totals.StoreTotals>(view.texts())
        .text("storeId", 10, Totals.StoreTotals::storeId)
        .text("storeName", 16, each -> store(view, each).name())
        .text("area", 12, each -> store(view, each).area())
        .text("supervisor", 12, each -> store(view, each).supervisor())
        .text("phone", 15, each -> store(view, each).phone())
        .add("pickUps", 10, each -> Cell.whole(each.outbounds()))
        .add("affected", 10, each -> Cell.whole(each.affected()))
        .add("share", 9, each -> Cell.share(each.affected(), each.outbounds()))
        .perCurrency("toCollect", collected(stores), Totals.StoreTotals::toCollectMinor)
        .perCurrency("toRefund", refunded(stores), Totals.StoreTotals::toRefundMinor)
        .wrapped("letter", 80, each -> letters.to(each.storeId()));
  }

  private static Store store(RunView view, Totals.StoreTotals each) {
    return view.store(each.storeId());
  }

  private static List<String> collected(List<Totals.StoreTotals> stores) {
    return currencies(stores.stream().map(Totals.StoreTotals::toCollectMinor));
  }

  private static List<String> refunded(List<Totals.StoreTotals> stores) {
    return currencies(stores.stream().map(Totals.StoreTotals::toRefundMinor));
  }

  private static List<String> currencies(Stream<Map<String, Long>> amounts) {
    TreeSet<String> all = new TreeSet<>();
    amounts.forEach(each -> all.addAll(each.keySet()));
    return List.copyOf(all);
  }
}
