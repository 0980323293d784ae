package parcelrecon.report.workbook;

import java.util.function.Function;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Outbound;
import parcelrecon.report.datafix.Grounds;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Proof;

/** Every suggested change, what it rests on, and who carries it out. */
final class DatafixesSheet {

  private final RunView view;
  private final SheetWriter<Fix> sheet;

  private record Fix(ParcelRow parcel, Datafix datafix) {}

  DatafixesSheet(Book book) {
    view = book.view();
    sheet = new SheetWriter<>(book, SheetPlan.of("datafixes", view.texts(), columns()));
  }

  void write(ParcelRow parcel) {
    parcel.datafixes().forEach(datafix -> sheet.write(new Fix(parcel, datafix)));
  }

  void finish() {
    sheet.finish();
  }

  private Columns<Fix> columns() {
    Texts texts = view.texts();
    return new Columns<Fix>(texts)
        .text("parcelId", 16, each -> each.parcel().parcelId())
        .wrapped("suggestion", 44, each -> texts.name(each.datafix().suggestion()))
        .text("role", 14, each -> texts.name(each.datafix().owner()))
        .text("form", 17, each -> texts.name(each.datafix().form()))
        .wrapped("confirmFirst", 40, each -> texts.name(each.datafix().precondition()))
        .wrapped("standsOn", 44, each -> texts.name(each.datafix().standsOn()))
        .text("evidence", 16, each -> texts.name(proof(each)))
        .wrapped("restsOn", 36, each -> Grounds.text(each.parcel(), each.datafix(), texts))
        .text("verdict", 17, each -> Wording.verdict(each.parcel(), texts))
        .text("storeId", 9, each -> each.parcel().storeId())
        .text("outboundId", 20, each -> of(each, Outbound::outboundId))
        .text("state", 12, each -> of(each, outbound -> texts.name(outbound.state())))
        .add("deadline", 12, this::deadline)
        .text("currency", 9, each -> each.datafix().currency())
        .add(
            "amount",
            12,
            each -> Cell.money(each.datafix().amountMinor(), each.datafix().currency()))
        .text("group", 18, each -> each.datafix().group());
  }

  private static Proof proof(Fix each) {
    return each.parcel().mismatches().stream()
        .map(row -> row.mismatch())
        .filter(mismatch -> mismatch.kind() == each.datafix().standsOn())
        .filter(mismatch -> mismatch.group().equals(each.datafix().group()))
        .map(mismatch -> mismatch.proof())
        .findFirst()
        .orElseThrow();
  }

  private static String of(Fix each, Function<Outbound, String> text) {
    return each.parcel().subject().map(text).orElse(null);
  }

  private Cell deadline(Fix each) {
    return each.parcel()
        .subject()
        .map(Outbound::pickupDeadline)
        .map(deadline -> Cell.day(view.day(deadline)))
        .orElse(Cell.BLANK);
  }
}
