package parcelrecon.report.workbook;

import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.model.Incident;
import parcelrecon.model.Outbound;
import parcelrecon.report.story.RunView;
import parcelrecon.report.story.Story;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;

/** Every affected parcel with all that was found, linked to its records on the timeline. */
final class ParcelsSheet {

  private final RunView view;
  private final SheetWriter<Linked> sheet;

  /** A parcel and where its records begin. */
  private record Linked(ParcelRow parcel, SheetWriter.Place records) {}

  ParcelsSheet(Book book) {
    view = book.view();
    sheet = new SheetWriter<>(book, SheetPlan.of("parcels", view.texts(), columns()));
  }

  void write(ParcelRow parcel, SheetWriter.Place records) {
    sheet.write(new Linked(parcel, records));
  }

  long finish() {
    sheet.finish();
    return sheet.rows();
  }

  private Columns<Linked> columns() {
    Texts texts = view.texts();
    return new Columns<Linked>(texts)
        .text("parcelId", 16, each -> each.parcel().parcelId())
        .add("records", 10, this::link)
        .text("storeId", 9, each -> each.parcel().storeId())
        .text("storeName", 14, each -> view.store(each.parcel().storeId()).name())
        .text("area", 12, each -> view.store(each.parcel().storeId()).area())
        .text("orderId", 16, each -> of(each, Outbound::orderId))
        .text("payment", 16, each -> of(each, outbound -> texts.name(outbound.payment())))
        .add("due", 11, each -> money(each, Mismatch.Amounts::dueMinor))
        .add("paidNet", 11, each -> money(each, Mismatch.Amounts::paidMinor))
        .add("requestedAt", 19, each -> Cell.time(of(each, Outbound::requestedAt)))
        .add("completedAt", 19, each -> Cell.time(of(each, Outbound::completedAt)))
        .text("state", 12, each -> of(each, outbound -> texts.name(outbound.state())))
        .text("verdict", 17, each -> Wording.verdict(each.parcel(), texts))
        .wrapped("story", 60, each -> Story.of(view, each.parcel()))
        .wrapped("kinds", 58, each -> Wording.kinds(each.parcel(), texts))
        .wrapped("suggestion", 50, each -> Wording.suggestions(each.parcel(), texts))
        .wrapped("phase", 22, each -> phases(each.parcel()))
        .add("deadline", 12, this::deadline)
        .text("edge", 13, this::edge);
  }

  private Cell link(Linked each) {
    String sheetName = each.records().sheet().replace("'", "''");
    String shown = view.texts().text("parcels.records");
    String formula =
        "HYPERLINK(\"#'" + sheetName + "'!A" + each.records().row() + "\",\"" + shown + "\")";
    return new Cell.Formula(formula, Cell.text(shown));
  }

  private static <V> V of(Linked each, Function<Outbound, V> value) {
    return each.parcel().subject().map(value).orElse(null);
  }

  private static Cell money(Linked each, Function<Mismatch.Amounts, Long> amount) {
    return each.parcel().mismatches().stream()
        .map(row -> row.mismatch().amounts())
        .filter(amounts -> amount.apply(amounts) != null)
        .findFirst()
        .map(amounts -> Cell.money(amount.apply(amounts), amounts.currency()))
        .orElse(Cell.BLANK);
  }

  private Cell deadline(Linked each) {
    return each.parcel()
        .subject()
        .map(Outbound::pickupDeadline)
        .map(deadline -> Cell.day(view.day(deadline)))
        .orElse(Cell.BLANK);
  }

  private String phases(ParcelRow parcel) {
    return view.phases(parcel).stream()
        .map(Incident.Phase::label)
        .collect(Collectors.joining("\n"));
  }

  private String edge(Linked each) {
    boolean edge =
        each.parcel().mismatches().stream().map(MismatchRow::mismatch).anyMatch(Mismatch::edge);
    return edge ? view.texts().text("parcels.edge") : "";
  }
}
