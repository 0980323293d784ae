package parcelrecon.report.workbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchClass;

/** What ops reads: mismatches of events and what is only for information; consumers at a stand. */
final class DownstreamSheet {

  private final RunView view;
  private final SheetWriter<Finding> sheet;

  private record Finding(ParcelRow parcel, MismatchRow row) {}

  DownstreamSheet(Book book, Overview overview) {
    view = book.view();
    sheet =
        new SheetWriter<>(
            book,
            SheetPlan.of("downstream", view.texts(), columns())
                .noting(standingStill(view, overview)));
  }

  /** A sentence for each watched group: where it stands, and how many parcels wait behind. */
  private static List<String> standingStill(RunView view, Overview overview) {
    return view.context().events().groups().stream()
        .map(group -> told(view.texts(), group, overview.idleGroups()))
        .toList();
  }

  private static String told(
      Texts texts, JudgingContext.GroupOffsets group, Map<String, Long> idle) {
    Long parcels = idle.get(group.group());
    return parcels == null
        ? texts.text("group.moves", group.group(), committed(group, texts))
        : texts.text("group.still", group.group(), parcels, committed(group, texts));
  }

  /** For example {@code parcel-outbound 0:6900 1:6950}. */
  static String committed(JudgingContext.GroupOffsets group, Texts texts) {
    return texts.list(
        new TreeMap<>(group.committed())
            .entrySet().stream()
                .map(
                    topic ->
                        topic.getKey()
                            + " "
                            + new TreeMap<>(topic.getValue())
                                .entrySet().stream()
                                    .map(each -> each.getKey() + ":" + each.getValue())
                                    .collect(Collectors.joining(" ")))
                .toList());
  }

  void write(ParcelRow parcel) {
    for (MismatchRow row : parcel.mismatches()) {
      MismatchClass about = row.mismatch().kind().mismatchClass();
      if (about == MismatchClass.DOWNSTREAM || about == MismatchClass.INFO) {
        sheet.write(new Finding(parcel, row));
      }
    }
  }

  void finish() {
    sheet.finish();
  }

  private Columns<Finding> columns() {
    Texts texts = view.texts();
    return new Columns<Finding>(texts)
        .text("parcelId", 16, each -> each.parcel().parcelId())
        .text("class", 19, each -> texts.name(each.row().mismatch().kind().mismatchClass()))
        .wrapped("kind", 40, each -> texts.name(each.row().mismatch().kind()))
        .text("evidence", 16, each -> texts.name(each.row().mismatch().proof()))
        .text("group", 16, each -> each.row().mismatch().group())
        .text("storeId", 9, each -> each.row().storeId())
        .add("completedAt", 19, each -> Cell.time(completed(each)))
        .wrapped("events", 46, this::events)
        .add("eventLag", 11, DownstreamSheet::lagSeconds)
        .wrapped("suggestion", 34, each -> suggestion(each, texts))
        .wrapped("refs", 60, each -> Wording.refs(each.row(), texts));
  }

  private static Instant completed(Finding each) {
    return each.parcel().subject().map(Outbound::completedAt).orElse(null);
  }

  private String events(Finding each) {
    return each.parcel().evidence().events().stream()
        .limit(5)
        .map(event -> event.type() + (event.time() == null ? "" : " " + view.clock(event.time())))
        .collect(Collectors.joining("\n"));
  }

  /** Seconds from the pick-up to the earliest timestamp of its events. */
  private static Cell lagSeconds(Finding each) {
    Optional<Instant> first =
        each.parcel().evidence().events().stream()
            .map(ParcelEvent::timestamp)
            .filter(timestamp -> timestamp != null)
            .min(Instant::compareTo);
    Instant completed = completed(each);
    return first.isEmpty() || completed == null
        ? Cell.BLANK
        : Cell.whole(Duration.between(completed, first.get()).toSeconds());
  }

  private static String suggestion(Finding each, Texts texts) {
    return each.row().suggestions().isEmpty()
        ? ""
        : Wording.suggestions(each.parcel(), each.row(), texts);
  }
}
