package parcelrecon.rulecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.rule.Mismatch;

/**
 * How a case writes what came out: {@code UNCOLLECTED CONFIRMED NEVER_PAID collect=100.00}. Kind,
 * proof, reason, group and the amounts to move are always told; due, paid, currency and refs where
 * the case asks for them.
 */
final class MismatchNotation {

  private static final Set<String> ON_REQUEST = Set.of("due", "paid", "currency", "refs");

  private MismatchNotation() {}

  static List<String> write(List<Mismatch> mismatches, List<String> expected) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < mismatches.size(); at++) {
      Set<String> asked =
          at < expected.size() ? new Words(expected.get(at)).keyed().keySet() : ON_REQUEST;
      lines.add(sorted(write(mismatches.get(at), asked)));
    }
    return lines;
  }

  /** The words of a line in one order, so that a case may write them in any. */
  static String sorted(String line) {
    Words words = new Words(line);
    String keyed =
        words.keyed().entrySet().stream()
            .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
            .sorted()
            .collect(Collectors.joining());
    return String.join(" ", words.plain()) + keyed;
  }

  private static String write(Mismatch mismatch, Set<String> asked) {
    Mismatch.Amounts amounts = mismatch.amounts();
    StringBuilder line = new StringBuilder(mismatch.kind() + " " + mismatch.proof());
    line.append(mismatch.reason() == null ? "" : " " + mismatch.reason());
    line.append(mismatch.group().isEmpty() ? "" : " group=" + mismatch.group());
    line.append(amount("collect", amounts.toCollectMinor(), amounts.currency()));
    line.append(amount("refund", amounts.toRefundMinor(), amounts.currency()));
    if (asked.contains("due")) {
      line.append(" due=").append(orNone(amounts.dueMinor(), amounts.currency()));
    }
    if (asked.contains("paid")) {
      line.append(" paid=").append(orNone(amounts.paidMinor(), amounts.currency()));
    }
    if (asked.contains("currency")) {
      line.append(" currency=").append(amounts.currency() == null ? "none" : amounts.currency());
    }
    if (asked.contains("refs")) {
      line.append(" refs=").append(refs(mismatch));
    }
    return line.toString();
  }

  private static String amount(String key, Long minor, String currency) {
    return minor == null ? "" : " " + key + "=" + Words.major(minor, currency);
  }

  private static String orNone(Long minor, String currency) {
    return minor == null ? "none" : Words.major(minor, currency);
  }

  /** The refs without what all of a source share, for example {@code outbound:O1}. */
  private static String refs(Mismatch mismatch) {
    return mismatch.refs().stream()
        .map(ref -> ref.text().replaceAll(":(t|e.jsonl|gateway.jsonl|parcel-outbound|1):", ":"))
        .collect(Collectors.joining(","));
  }

  static List<String> write(List<Datafix> plan) {
    return plan.stream().map(MismatchNotation::write).toList();
  }

  private static String write(Datafix datafix) {
    String group = datafix.group().isEmpty() ? "" : " of " + datafix.group();
    String amount =
        datafix.amountMinor() == null
            ? ""
            : " " + Words.major(datafix.amountMinor(), datafix.currency());
    return datafix.suggestion()
        + " "
        + datafix.form()
        + amount
        + " on "
        + datafix.standsOn()
        + group;
  }
}
