package parcelrecon.report.answers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.problem.DidYouMean;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.Choice;
import parcelrecon.report.workbook.Choice.Contact;

/** The words of the call list in all languages, turned back into what they mean. */
final class Languages {

  static final List<Texts> ALL = Texts.LANGUAGES.stream().map(Texts::of).toList();

  private Languages() {}

  /** Absent when the word is none of the drop-down's, nor the name CSV files use. */
  static Optional<StoreAnswer> answer(String word) {
    return meaning(word, StoreAnswer.values(), texts -> texts::name);
  }

  static Optional<Contact> contact(String word) {
    return meaning(word, Contact.values(), texts -> contact -> Choice.text(contact, texts));
  }

  /** The word that was probably meant. */
  static Optional<String> nearAnswer(String word) {
    return DidYouMean.nearest(
        word, words(Choice.answers().toList(), texts -> texts::name).toList());
  }

  /** The word that was probably meant. */
  static Optional<String> nearContact(String word) {
    return DidYouMean.nearest(
        word,
        words(List.of(Contact.values()), texts -> contact -> Choice.text(contact, texts)).toList());
  }

  private static <E> Stream<String> words(
      List<E> constants, Function<Texts, Function<E, String>> says) {
    return ALL.stream().flatMap(texts -> constants.stream().map(says.apply(texts))).distinct();
  }

  private static <E extends Enum<E>> Optional<E> meaning(
      String word, E[] constants, Function<Texts, Function<E, String>> says) {
    for (E constant : constants) {
      boolean isMeant =
          constant.name().equalsIgnoreCase(word)
              || ALL.stream()
                  .anyMatch(texts -> says.apply(texts).apply(constant).equalsIgnoreCase(word));
      if (isMeant) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
