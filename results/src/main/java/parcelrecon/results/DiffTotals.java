package parcelrecon.results;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/**
 * What a diff adds up to. In each kind, and so in all: OPENING − HEALED − NOT_KNOWN + NEW +
 * REOPENED + CHANGED = CLOSING, in mismatches and in money.
 *
 * @param kinds every kind has an entry, and in it every line
 */
public record DiffTotals(Map<MismatchKind, Map<Line, Sum>> kinds) {

  /** What is counted. */
  public enum Line {
    /** Open in the run before. */
    OPENING(1),
    HEALED(-1),
    NOT_KNOWN(-1),
    NEW(1),
    REOPENED(1),
    /** By how much the amounts of those open in both differ; no mismatches. */
    CHANGED(1),
    /** Open in the run after. */
    CLOSING(0),
    /** Open in both: a part of CLOSING, with the amounts after. */
    OPEN(0);

    private final int sign;

    Line(int sign) {
      this.sign = sign;
    }

    /** How it counts towards CLOSING: 1, −1 or, where it does not, 0. */
    int sign() {
      return sign;
    }
  }

  /**
   * Mismatches, and their amounts by currency in minor units, never netted; those of NOT_DUE are
   * left out.
   */
  public record Sum(
      long mismatches,
      SortedMap<String, Long> toCollectMinor,
      SortedMap<String, Long> toRefundMinor) {

    public static final Sum NONE = new Sum(0, new TreeMap<>(), new TreeMap<>());

    static Sum of(Mismatch mismatch) {
      Mismatch.Amounts amounts = mismatch.amounts();
      return mismatch.proof() == Proof.NOT_DUE
          ? new Sum(1, new TreeMap<>(), new TreeMap<>())
          : new Sum(
              1,
              amount(amounts.currency(), amounts.toCollectMinor()),
              amount(amounts.currency(), amounts.toRefundMinor()));
    }

    private static SortedMap<String, Long> amount(String currency, Long minor) {
      SortedMap<String, Long> amount = new TreeMap<>();
      if (currency != null && minor != null && minor != 0) {
        amount.put(currency, minor);
      }
      return amount;
    }

    /** This and so many times the other. */
    public Sum plus(int times, Sum other) {
      return new Sum(
          mismatches + times * other.mismatches,
          plus(toCollectMinor, times, other.toCollectMinor),
          plus(toRefundMinor, times, other.toRefundMinor));
    }

    /** A currency that adds up to nothing is left out. */
    private static SortedMap<String, Long> plus(
        Map<String, Long> left, int times, Map<String, Long> right) {
      SortedMap<String, Long> sum = new TreeMap<>(left);
      right.forEach(
          (currency, minor) ->
              sum.merge(currency, Math.multiplyExact(times, minor), Math::addExact));
      sum.values().removeIf(minor -> minor == 0);
      return sum;
    }
  }

  /** Of some kinds together; every line has an entry. */
  public Map<Line, Sum> of(Iterable<MismatchKind> some) {
    Map<Line, Sum> sums = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      Sum sum = Sum.NONE;
      for (MismatchKind kind : some) {
        sum = sum.plus(1, kinds.get(kind).get(line));
      }
      sums.put(line, sum);
    }
    return sums;
  }
}
