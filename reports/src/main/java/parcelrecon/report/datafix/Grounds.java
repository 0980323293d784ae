package parcelrecon.report.datafix;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.datafix.Confirmation;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Answer;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

/** What a suggestion rests on, of what its parcel has, in words. */
public final class Grounds {

  private Grounds() {}

  /** The store's answer is told with what was answered. */
  public static String text(ParcelRow parcel, Datafix datafix, Texts texts) {
    Set<MismatchKind> kinds =
        parcel.mismatches().stream()
            .map(row -> row.mismatch().kind())
            .collect(Collectors.toUnmodifiableSet());
    return texts.clauses(
        datafix.confirmedBy(parcel.evidence(), kinds).stream()
            .map(confirmation -> text(parcel, confirmation, texts))
            .toList());
  }

  private static String text(ParcelRow parcel, Confirmation confirmation, Texts texts) {
    Optional<Answer> answer =
        parcel.evidence().latestAnswer().filter(any -> confirmation == Confirmation.ANSWER);
    String name = texts.name(confirmation);
    return answer.map(said -> texts.aside(name, texts.name(said.answer()))).orElse(name);
  }
}
