package parcelrecon.results.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Standing;

/**
 * What a reviewer relies on when a mismatch is decided, as one text: the SHA-256 of its class,
 * proof, edge, reason, currency, due, paid, to collect, to refund, the parcel's verdict and
 * standing, and the refs of the records it rests on; in this order, UTF-8, each behind a U+0000,
 * which no text of a record has, and nothing where there is none. Nothing of it is of one run only,
 * so two runs that found the same say the same; a decision on other facts is opened again.
 */
final class Facts {

  private Facts() {}

  /** 64 hexadecimal digits. */
  static String of(Mismatch mismatch, Standing standing, Optional<Verdict> verdict) {
    Mismatch.Amounts amounts = mismatch.amounts();
    Stream<Object> facts =
        Stream.concat(
            Stream.of(
                mismatch.kind().mismatchClass(),
                mismatch.proof(),
                mismatch.edge(),
                told(mismatch.reason()),
                told(amounts.currency()),
                told(amounts.dueMinor()),
                told(amounts.paidMinor()),
                told(amounts.toCollectMinor()),
                told(amounts.toRefundMinor()),
                told(verdict.orElse(null)),
                standing),
            mismatch.refs().stream().map(RecordRef::text));
    return sha256(facts.map(fact -> "\0" + fact).collect(Collectors.joining()));
  }

  private static Object told(Object fact) {
    return fact == null ? "" : fact;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
