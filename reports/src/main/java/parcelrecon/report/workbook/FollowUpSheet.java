package parcelrecon.report.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.RecordRef;
import parcelrecon.report.followup.ChangeWords;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.FollowUpWords;
import parcelrecon.report.followup.Progress;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Followed;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Proof;

/**
 * What has become of each parcel that was affected at the time, the open ones first; at the end
 * those found since. Nothing is sorted: the parcels are gone through once for each progress.
 */
final class FollowUpSheet {

  private final RunView view;
  private final Texts texts;
  private final ChangeWords changes;
  private final SheetWriter<Line> sheet;

  /**
   * @param followed null of a parcel that was not affected at the time
   */
  private record Line(Followed followed, ParcelRow now) {}

  private FollowUpSheet(Book book, FollowUp followUp) {
    view = book.view();
    texts = view.texts();
    changes = new ChangeWords(texts, view.zone(), view.context().events());
    FollowUpWords words = new FollowUpWords(followUp, texts, view.zone());
    sheet =
        new SheetWriter<>(
            book, SheetPlan.of("followUp", texts, columns()).noting(List.of(words.summary())));
  }

  /**
   * @param work a folder of temporary files
   */
  static void write(Book book, FollowUp followUp, Path work) {
    FollowUpSheet sheet = new FollowUpSheet(book, followUp);
    followUp
        .progress()
        .forEach(
            (progress, parcels) -> {
              if (parcels > 0) {
                sheet.write(progress);
              }
            });
    if (followUp.fresh() > 0) {
      FoundSince.forEach(
          sheet.view.results(), work, parcel -> sheet.sheet.write(new Line(null, parcel)));
    }
    sheet.sheet.finish();
  }

  private void write(Progress progress) {
    view.results()
        .forEachFollowed(
            parcel -> {
              if (Progress.of(parcel) == progress) {
                sheet.write(new Line(parcel, parcel.now()));
              }
            });
  }

  private Columns<Line> columns() {
    return new Columns<Line>(texts)
        .text("parcelId", 16, each -> each.now().parcelId())
        .text("storeId", 9, FollowUpSheet::store)
        .text("storeName", 14, each -> view.store(store(each)).name())
        .wrapped("foundThen", 34, each -> then(each, then -> Wording.kinds(then, texts)))
        .wrapped("verdictThen", 14, each -> then(each, then -> Wording.verdict(then, texts)))
        .add("toCollectThen", 11, each -> amount(before(each), Mismatch.Amounts::toCollectMinor))
        .add("toRefundThen", 11, each -> amount(before(each), Mismatch.Amounts::toRefundMinor))
        .wrapped("foundNow", 34, each -> foundNow(each.now()))
        .wrapped("verdictNow", 14, each -> Wording.verdict(each.now(), texts))
        .add("toCollectNow", 11, each -> amount(each.now(), Mismatch.Amounts::toCollectMinor))
        .add("toRefundNow", 11, each -> amount(each.now(), Mismatch.Amounts::toRefundMinor))
        .wrapped("became", 24, this::became)
        .wrapped("change", 46, this::change)
        .wrapped("left", 34, this::left)
        .text("shownBy", 40, this::refs);
  }

  /** Of a parcel of which nothing is seen now, as it was then. */
  private static String store(Line line) {
    return line.now().storeId() == null && line.followed() != null
        ? line.followed().then().storeId()
        : line.now().storeId();
  }

  private static ParcelRow before(Line line) {
    return line.followed() == null ? null : line.followed().then();
  }

  private static String then(Line line, Function<ParcelRow, String> text) {
    return line.followed() == null ? "" : text.apply(line.followed().then());
  }

  private String foundNow(ParcelRow now) {
    if (now.evidence().records().findAny().isEmpty()) {
      return texts.text("followUp.notSeenNow");
    }
    return now.mismatches().isEmpty()
        ? texts.text("followUp.nothingNow")
        : Wording.kinds(now, texts);
  }

  /** What is due, by currency; of a parcel with several, never added. */
  private Cell amount(ParcelRow parcel, Function<Mismatch.Amounts, Long> amount) {
    if (parcel == null) {
      return Cell.BLANK;
    }
    Map<String, Long> sums = new TreeMap<>();
    parcel.mismatches().stream()
        .map(MismatchRow::mismatch)
        .filter(mismatch -> mismatch.proof() != Proof.NOT_DUE)
        .map(Mismatch::amounts)
        .filter(amounts -> amount.apply(amounts) != null)
        .forEach(amounts -> sums.merge(amounts.currency(), amount.apply(amounts), Math::addExact));
    return Cell.money(sums, texts);
  }

  private String became(Line line) {
    return line.followed() == null
        ? texts.text("followUp.new")
        : texts.name(line.followed().outcome());
  }

  private String change(Line line) {
    return line.followed() == null ? "" : String.join("\n", changes.of(line.followed()));
  }

  private String left(Line line) {
    return line.now().datafixes().stream()
        .filter(Datafix::isToBeDone)
        .map(Datafix::suggestion)
        .distinct()
        .map(texts::name)
        .collect(Collectors.joining("\n"));
  }

  private String refs(Line line) {
    List<RecordRef> refs =
        line.followed() == null
            ? line.now().mismatches().stream()
                .flatMap(row -> row.mismatch().refs().stream())
                .distinct()
                .sorted()
                .toList()
            : line.followed().news().refs();
    return Wording.refs(refs, texts);
  }
}
