package parcelrecon.report.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffTotals;
import parcelrecon.results.DiffTotals.Line;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/**
 * What a diff adds up to, as people read it: a line for each class and kind there is, and one for
 * each currency that is to be collected or refunded. In each, the last number is the sum of the
 * others.
 */
public final class DiffTable {

  /** Of mismatches; amounts of those open in both may differ, their number cannot. */
  public static final List<Line> COUNTED =
      List.of(Line.OPENING, Line.HEALED, Line.NOT_KNOWN, Line.NEW, Line.REOPENED, Line.CLOSING);

  public static final List<Line> OF_MONEY =
      List.of(
          Line.OPENING,
          Line.HEALED,
          Line.NOT_KNOWN,
          Line.NEW,
          Line.REOPENED,
          Line.CHANGED,
          Line.CLOSING);

  private final DiffTotals totals;
  private final Texts texts;

  /** What a line of a table is about. */
  public enum Level {
    ALL,
    CLASS,
    KIND,
    MONEY
  }

  /**
   * A line of a table.
   *
   * @param cells in the order of the columns; what there is none of is –
   */
  public record Row(Level level, String name, List<String> cells) {}

  public DiffTable(DiffTotals totals, Texts texts) {
    this.totals = totals;
    this.texts = texts;
  }

  /** The heads of columns. */
  public List<String> columns(List<Line> lines) {
    return lines.stream().map(line -> texts.text("diff.line." + line)).toList();
  }

  /** Whether no mismatch is open in either run. */
  public boolean isEmpty() {
    return isNone(totals.of(EnumSet.allOf(MismatchKind.class)));
  }

  /** Mismatches: all, then each class with its kinds; what there is none of is left out. */
  public List<Row> counts() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        counts(Level.ALL, texts.text("diff.all"), totals.of(EnumSet.allOf(MismatchKind.class))));
    for (MismatchClass some : MismatchClass.values()) {
      Set<MismatchKind> kinds = DiffJson.of(some);
      Map<Line, Sum> sums = totals.of(kinds);
      if (!isNone(sums)) {
        rows.add(counts(Level.CLASS, texts.name(some), sums));
        kinds.stream()
            .filter(kind -> !isNone(totals.kinds().get(kind)))
            .map(kind -> counts(Level.KIND, texts.name(kind), totals.kinds().get(kind)))
            .forEach(rows::add);
      }
    }
    return rows;
  }

  /** Amounts: to collect, then to refund, a line a currency; never netted. */
  public List<Row> money() {
    Map<Line, Sum> sums = totals.of(EnumSet.allOf(MismatchKind.class));
    return Stream.of(
            money("diff.toCollect", sums, Sum::toCollectMinor),
            money("diff.toRefund", sums, Sum::toRefundMinor))
        .flatMap(List::stream)
        .toList();
  }

  private List<Row> money(
      String key, Map<Line, Sum> sums, Function<Sum, SortedMap<String, Long>> amounts) {
    Set<String> currencies = new TreeSet<>();
    sums.values().forEach(sum -> currencies.addAll(amounts.apply(sum).keySet()));
    return currencies.stream()
        .map(
            currency ->
                new Row(
                    Level.MONEY,
                    texts.text(key, currency),
                    OF_MONEY.stream()
                        .map(line -> amounts.apply(sums.get(line)).getOrDefault(currency, 0L))
                        .map(minor -> minor == 0 ? none() : texts.money(minor, currency))
                        .toList()))
        .toList();
  }

  private Row counts(Level level, String name, Map<Line, Sum> sums) {
    return new Row(
        level,
        name,
        COUNTED.stream()
            .map(line -> sums.get(line).mismatches())
            .map(count -> count == 0 ? none() : texts.number(count))
            .toList());
  }

  private String none() {
    return texts.text("none");
  }

  private static boolean isNone(Map<Line, Sum> sums) {
    return Arrays.stream(Line.values()).allMatch(line -> sums.get(line).mismatches() == 0);
  }
}
