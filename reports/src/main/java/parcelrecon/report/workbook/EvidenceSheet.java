package parcelrecon.report.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import parcelrecon.model.Coverage;
import parcelrecon.model.PartitionCoverage;
import parcelrecon.model.SourceName;
import parcelrecon.report.story.Clocks;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;
import parcelrecon.results.SourceRow;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchClass;

/** What everything else rests on: rows of each source, laws, coverage, offsets, settings. */
final class EvidenceSheet {

  private static final int[] WIDTHS = {34, 30, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14};

  private final RunView view;
  private final Texts texts;
  private final Page page;
  private int row;

  private EvidenceSheet(Book book) {
    view = book.view();
    texts = view.texts();
    SXSSFSheet sheet = book.sheet(texts.text("sheet.evidence"));
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
    sheet.createFreezePane(0, 1);
    sheet.getPrintSetup().setLandscape(true);
    Page.number(sheet);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setFitToPage(true);
    page = new Page(sheet, book.pen());
  }

  static void write(Book book) {
    EvidenceSheet evidence = new EvidenceSheet(book);
    evidence.page.put(evidence.row++, 0, evidence.texts.text("lead.evidence"), Look.NOTE);
    evidence.run();
    evidence.rows();
    evidence.laws();
    evidence.coverage();
    evidence.partitions();
    evidence.offsets();
    evidence.clocks();
    evidence.settings();
  }

  private void section(String key, String... headers) {
    row++;
    page.put(row++, 0, texts.text("evidence." + key), Look.SECTION);
    page.line(
        row++,
        0,
        Look.HEADER,
        Stream.of(headers).map(each -> Cell.text(texts.text("column." + each))).toList());
  }

  private void line(Cell... cells) {
    page.line(row++, 0, Look.PLAIN, List.of(cells));
  }

  private void run() {
    RunRow run = view.run();
    section("run", "what", "value");
    line(text("evidence.incident"), Cell.text(run.incident().id()));
    line(text("evidence.asOf"), Cell.time(run.asOf()));
    run.recheckOf().ifPresent(earlier -> line(text("evidence.recheckOf"), Cell.whole(earlier)));
    line(text("evidence.zone"), Cell.text(view.zone().getId()));
    OptionalLong day = run.dayTotal();
    line(
        text("evidence.dayTotal"),
        day.isPresent() ? Cell.whole(day.getAsLong()) : text("evidence.unknown"));
    line(text("evidence.configuration"), Cell.text(run.configuration().sha256()));
    line(text("evidence.version"), Cell.text(run.configuration().version()));
  }

  private Cell text(String key) {
    return Cell.text(texts.text(key));
  }

  private void rows() {
    section(
        "rows",
        "source",
        "type",
        "filtered",
        "read",
        "accepted",
        "rejected",
        "duplicates",
        "inScope",
        "outOfScope",
        "lookedUp",
        "found",
        "healed");
    for (SourceRow source : view.results().sources()) {
      SourceRow.Counts counts = source.counts();
      List<Cell> cells =
          Stream.concat(
                  Stream.of(Cell.text(texts.name(source.name())), Cell.text(source.type())),
                  Stream.of(
                          counts.filtered(),
                          counts.read(),
                          counts.accepted(),
                          counts.rejected(),
                          counts.duplicates(),
                          counts.inScope(),
                          counts.outOfScope(),
                          source.secondLook().lookedUp(),
                          source.secondLook().found(),
                          source.secondLook().healed())
                      .map(Cell::whole))
              .toList();
      page.line(row++, 0, Look.PLAIN, cells);
    }
  }

  private void laws() {
    section("laws", "what", "holds", "law");
    for (SourceRow source : view.results().sources()) {
      SourceRow.Counts counts = source.counts();
      String name = texts.name(source.name());
      law(name, "law.read", counts.read(), counts.accepted(), counts.rejected());
      law(name, "law.accepted", counts.accepted(), counts.inScope(), counts.outOfScope());
    }
    Totals.Parcels parcels = view.results().totals().parcels();
    law(
        texts.text("evidence.parcels"),
        "law.parcels",
        parcels.inScope(),
        parcels.affected(),
        parcels.downstreamOnly(),
        parcels.informational(),
        parcels.clean());
    tieOut();
    Totals.Receipts receipts = view.results().receipts();
    line(
        text("evidence.receipts"),
        Cell.BLANK,
        Cell.text(texts.text("evidence.receiptsTold", receipts.receipts(), receipts.parcels())));
  }

  private void tieOut() {
    Optional<SortedMap<String, TieOut>> tieOut = view.results().tieOut();
    if (tieOut.isEmpty()) {
      line(
          Cell.text(texts.name(MismatchClass.MONEY)),
          Cell.BLANK,
          text(TieOutFoot.absent(view.context())));
    }
    tieOut.ifPresent(sums -> sums.forEach(this::tieOut));
  }

  private void tieOut(String currency, TieOut tieOut) {
    boolean holds = tieOut.dueMinusPaidMinor() == tieOut.explainedMinor();
    Object[] amounts =
        Stream.of(
                tieOut.dueMinusPaidMinor(),
                tieOut.collectMinor(),
                tieOut.refundMinor(),
                tieOut.withinToleranceMinor(),
                tieOut.notDueMinor(),
                tieOut.settledByReceiptMinor())
            .map(minor -> texts.money(minor, currency))
            .toArray();
    line(
        Cell.text(texts.text("tieOut.money", currency)),
        text(holds ? "evidence.holds" : "evidence.broken"),
        Cell.text(texts.text("tieOut.law", amounts)));
  }

  private void law(String name, String key, long whole, long... parts) {
    long sum = Arrays.stream(parts).sum();
    Object[] numbers =
        LongStream.concat(LongStream.of(whole), Arrays.stream(parts)).boxed().toArray();
    line(
        Cell.text(name),
        text(whole == sum ? "evidence.holds" : "evidence.broken"),
        Cell.text(texts.text(key, numbers)));
  }

  private void coverage() {
    section("coverage", "source", "coverage", "reasons");
    for (SourceRow source : view.results().sources()) {
      Cell name = Cell.text(texts.name(source.name()));
      List<Coverage.Reason> general = source.coverage().general();
      Coverage.State state = source.coverage().state();
      if (new Coverage(general).state() != state) {
        line(name, Cell.text(texts.name(state)), text("evidence.ofPartitions"));
      } else if (general.isEmpty()) {
        line(name, Cell.text(texts.name(state)));
      }
      for (Coverage.Reason reason : general) {
        line(
            name,
            Cell.text(texts.name(reason.code().state())),
            Cell.text(texts.coverage(reason, view.zone())));
      }
    }
  }

  private void partitions() {
    List<PartitionCoverage> all =
        view.results().sources().stream()
            .flatMap(source -> source.coverage().partitions().stream())
            .toList();
    if (!all.isEmpty()) {
      section("partitions", "topic", "coverage", "partition", "first", "end", "reasons");
    }
    for (PartitionCoverage partition : all) {
      line(
          Cell.text(partition.topic()),
          Cell.text(texts.name(partition.state())),
          Cell.whole((long) partition.partition()),
          offset(partition.first()),
          offset(partition.end()),
          Cell.text(texts.coverage(partition.reasons(), view.zone())));
    }
  }

  private static Cell offset(OptionalLong offset) {
    return offset.isPresent() ? Cell.whole(offset.getAsLong()) : Cell.BLANK;
  }

  private void offsets() {
    List<JudgingContext.GroupOffsets> groups = view.context().events().groups();
    if (!groups.isEmpty()) {
      section("offsets", "group", "committed");
      groups.forEach(
          group ->
              line(Cell.text(group.group()), Cell.text(DownstreamSheet.committed(group, texts))));
    }
  }

  private void clocks() {
    Clocks clocks = new Clocks(view);
    if (!clocks.sources().isEmpty()) {
      section("clocks", "source", "measured");
    }
    for (SourceName source : clocks.sources()) {
      line(
          Cell.text(texts.name(source)),
          Cell.text(
              texts.clauses(
                  Stream.of(clocks.compared(source), clocks.measured(source))
                      .filter(each -> !each.isEmpty())
                      .toList())));
    }
  }

  private void settings() {
    section("settings", "setting", "value", "setBy");
    for (RunRow.Setting setting : view.run().configuration().settings()) {
      line(
          Cell.text(setting.key()),
          Cell.text(setting.value()),
          text(setting.standard() ? "evidence.standard" : "evidence.site"));
    }
  }
}
