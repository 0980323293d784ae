package parcelrecon.report.closing;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import parcelrecon.model.RecordRef;
import parcelrecon.report.file.CsvFile;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.RowSorter;
import parcelrecon.report.file.SortKey;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingEnds;
import parcelrecon.results.closing.Ended;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;

/** closing.csv: how every mismatch ended that any run of the incident found, a row each. */
final class EndsCsv {

  static final List<String> COLUMNS =
      List.of(
          "parcel_id",
          "kind",
          "group",
          "class",
          "end",
          "evidence",
          "currency",
          "to_collect_minor",
          "to_refund_minor",
          "first_listed_run",
          "last_listed_run",
          "last_open_run",
          "open_in_last_run",
          "healed_in_run",
          "healed_by",
          "decision",
          "review",
          "by",
          "at");

  /** Of no cell: it parts the cells of a row while rows are sorted. */
  private static final String PART = "\u0000";

  private final Closing closing;
  private final Map<Long, Instant> asOf;

  /**
   * @param asOf of each of its runs
   */
  EndsCsv(Closing closing, Map<Long, Instant> asOf) {
    this.closing = closing;
    this.asOf = asOf;
  }

  /**
   * Writes them ordered by parcel id (UTF-8 bytes), kind and group, sorted outside of memory.
   *
   * @return how many ended which way
   */
  Map<Ended.Way, Long> write(ClosingEnds ends, Path path) throws IOException {
    try (RowSorter sorter = new RowSorter(path.resolveSibling(path.getFileName() + ".sort"));
        CsvFile csv = CsvFile.create(path, COLUMNS)) {
      Map<Ended.Way, Long> ways = ends.forEach(ended -> sorter.add(key(ended), row(ended)));
      Iterator<byte[]> sorted = sorter.sorted();
      while (sorted.hasNext()) {
        csv.row(new String(sorted.next(), StandardCharsets.UTF_8).split(PART, -1));
      }
      return ways;
    }
  }

  private static SortKey key(Ended ended) {
    Mismatch mismatch = ended.found().mismatch();
    return new SortKey().by(mismatch.parcelId()).by(mismatch.kind().name()).by(mismatch.group());
  }

  private byte[] row(Ended ended) {
    Mismatch mismatch = ended.found().mismatch();
    MismatchKind kind = mismatch.kind();
    List<String> cells =
        List.of(
            safe(mismatch.parcelId()),
            kind.name(),
            safe(mismatch.group()),
            kind.mismatchClass().name(),
            ended.way().name(),
            mismatch.proof().name(),
            text(mismatch.amounts().currency()),
            text(mismatch.amounts().toCollectMinor()),
            text(mismatch.amounts().toRefundMinor()),
            String.valueOf(ended.found().firstListed()),
            String.valueOf(ended.found().lastListed()),
            text(ended.found().lastOpen()),
            String.valueOf(isOpen(ended)),
            text(ended.found().healedIn()),
            safe(
                ended.found().healedBy().stream()
                    .map(RecordRef::text)
                    .collect(Collectors.joining(" "))),
            ended.reviewed().flatMap(Review::decision).map(ReviewDecision::name).orElse(""),
            ended.reviewed().map(review -> String.valueOf(review.number())).orElse(""),
            safe(by(ended)),
            text(Json.time(at(ended))));
    return String.join(PART, cells.stream().map(cell -> cell.replace(PART, "\uFFFD")).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  private boolean isOpen(Ended ended) {
    OptionalLong lastOpen = ended.found().lastOpen();
    return lastOpen.isPresent() && lastOpen.getAsLong() == closing.run();
  }

  private String by(Ended ended) {
    return switch (ended.way()) {
      case NOTHING_TO_DO, HEALED -> "";
      case REVIEWED -> ended.reviewed().orElseThrow().by();
      case CLOSED_WITH_REASON -> closing.by();
    };
  }

  /** When it was known to have ended; null of what never was to be done. */
  private Instant at(Ended ended) {
    return switch (ended.way()) {
      case NOTHING_TO_DO -> null;
      case HEALED -> asOf.get(ended.found().healedIn().orElseThrow());
      case REVIEWED -> ended.reviewed().orElseThrow().at();
      case CLOSED_WITH_REASON -> closing.at();
    };
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
  }
}
