package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.RecordRef;
import parcelrecon.source.SourceSettings.Footer;

/**
 * Hands on the rows of one file but for its footer, which is no row, and compares what that tells
 * with all rows of the file: those that will be left out or rejected, too, since whoever wrote the
 * footer counted them. Amounts are added as the site writes them, negative ones with their sign.
 */
public final class FooterCheck implements RowReceiver {

  private static final String NOT_TOLD = "–";
  private static final String NOT_READABLE = "?";

  private final Columns columns;
  private final Optional<Footer> footer;
  private final String file;
  private final RowReceiver rows;
  private long count;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean isSumReadable = true;
  private RawRow told;
  private long behind;

  /**
   * @param footer absent where files have none: then all rows are handed on
   */
  FooterCheck(Columns columns, Optional<Footer> footer, String file, RowReceiver rows) {
    this.columns = columns;
    this.footer = footer;
    this.file = file;
    this.rows = rows;
  }

  public boolean expectsFooter() {
    return footer.isPresent();
  }

  /** Whether the row is a footer, however many columns it has. */
  public boolean isFooter(RawRow row) {
    return footer
        .map(wanted -> wanted.value().equals(text(row, wanted.column()).strip()))
        .orElse(false);
  }

  @Override
  public void row(RawRow row, RecordRef ref, EventStamp stamp) {
    if (isFooter(row)) {
      footer(row);
      return;
    }
    count();
    add(row);
    rows.row(row, ref, stamp);
  }

  @Override
  public void broken(RawRow row, RecordRef ref, String reason) {
    count();
    isSumReadable = false;
    rows.broken(row, ref, reason);
  }

  private void footer(RawRow row) {
    if (told == null) {
      told = row;
    } else {
      behind++;
    }
  }

  private void count() {
    count++;
    behind += told == null ? 0 : 1;
  }

  private void add(RawRow row) {
    boolean isWanted = footer.flatMap(Footer::sum).isPresent() && isSumReadable;
    if (isWanted) {
      try {
        Object amount = columns.cell(CanonicalColumns.amount(columns.source())).value(row);
        isSumReadable = amount != null;
        sum = amount == null ? sum : sum.add(columns.amounts().written("amount", amount));
      } catch (Unreadable e) {
        isSumReadable = false;
      }
    }
  }

  /** To be called when the file is read: whether its footer is met. */
  public List<Coverage.Reason> reasons() {
    if (footer.isEmpty()) {
      return List.of();
    }
    if (told == null) {
      return List.of(Coverage.Reason.of(Code.FOOTER_MISSING, file));
    }
    Footer wanted = footer.get();
    boolean isMet =
        behind == 0
            && wanted.count().stream().allMatch(column -> tells(column, BigDecimal.valueOf(count)))
            && wanted.sum().stream().allMatch(column -> isSumReadable && tells(column, sum));
    return List.of(isMet ? met(wanted) : differs(wanted));
  }

  private boolean tells(String column, BigDecimal read) {
    try {
      Object value = Cell.cellValue(told.value(column));
      return value != null && columns.amounts().written(column, value).compareTo(read) == 0;
    } catch (Unreadable e) {
      return false;
    }
  }

  private Coverage.Reason met(Footer wanted) {
    String written = wanted.sum().map(column -> text(told, column)).orElse(NOT_TOLD);
    return Coverage.Reason.of(Code.CONTROL_TOTAL_MET, file, count, written);
  }

  private Coverage.Reason differs(Footer wanted) {
    List<String> seen = new ArrayList<>();
    List<String> read = new ArrayList<>();
    wanted.count().ifPresent(column -> seen.add(column + " " + text(told, column)));
    wanted.count().ifPresent(column -> read.add(column + " " + count));
    wanted.sum().ifPresent(column -> seen.add(column + " " + text(told, column)));
    wanted
        .sum()
        .ifPresent(
            column ->
                read.add(column + " " + (isSumReadable ? sum.toPlainString() : NOT_READABLE)));
    return Coverage.Reason.of(
        Code.CONTROL_TOTAL_DIFFERS, file, String.join(", ", seen), String.join(", ", read), behind);
  }

  private static String text(RawRow row, String column) {
    try {
      String text = Cell.textOf(column, Cell.cellValue(row.value(column)));
      return text == null ? "" : text;
    } catch (Unreadable e) {
      return NOT_READABLE;
    }
  }
}
