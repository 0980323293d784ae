package parcelrecon.report.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.model.Answer;

/**
 * What becomes of an answer when it is kept.
 *
 * @param other the answer it is beside; absent for NEW
 */
public record AnswerLook(GivenAnswer given, Fate fate, Optional<Answer> other) {

  /** In the order in which they are shown. */
  public enum Fate {
    /** The parcel's first answer. */
    NEW,
    /** Later than what is kept, and says the same or something else: it will count. */
    REPLACES,
    /** Something else was said at the same time: a person should look. */
    CONFLICTS,
    /** Something else was said later: that goes on counting. */
    OUTDATED,
    /** Kept already, word by word, or says what a later one says. */
    KNOWN
  }

  private static final Comparator<Answer> BY_TIME = Comparator.comparing(Answer::answeredAt);

  /**
   * Each answer beside those kept and those before it.
   *
   * @param kept the answers the incident has
   */
  public static List<AnswerLook> at(List<GivenAnswer> answers, List<Answer> kept) {
    Map<String, List<Answer>> byParcel =
        kept.stream().collect(Collectors.groupingBy(Answer::parcelId));
    List<AnswerLook> looks = new ArrayList<>();
    for (GivenAnswer given : answers) {
      List<Answer> others =
          byParcel.computeIfAbsent(given.answer().parcelId(), parcel -> new ArrayList<>());
      looks.add(at(given, others));
      others.add(given.answer());
    }
    return looks;
  }

  private static AnswerLook at(GivenAnswer given, List<Answer> others) {
    Answer answer = given.answer();
    Optional<Answer> same = others.stream().filter(other -> isSame(answer, other)).findFirst();
    if (same.isPresent()) {
      return new AnswerLook(given, Fate.KNOWN, same);
    }
    return others.stream()
        .max(BY_TIME)
        .map(latest -> new AnswerLook(given, beside(answer, latest), Optional.of(latest)))
        .orElseGet(() -> new AnswerLook(given, Fate.NEW, Optional.empty()));
  }

  private static Fate beside(Answer answer, Answer latest) {
    int order = answer.answeredAt().compareTo(latest.answeredAt());
    if (order > 0) {
      return Fate.REPLACES;
    }
    if (answer.answer() == latest.answer()) {
      return Fate.KNOWN;
    }
    return order == 0 ? Fate.CONFLICTS : Fate.OUTDATED;
  }

  private static boolean isSame(Answer one, Answer other) {
    return one.answer() == other.answer()
        && one.answeredAt().equals(other.answeredAt())
        && one.by().equals(other.by())
        && one.note().equals(other.note());
  }

  /** Those a person may want to look at: all but a parcel's first answer. */
  public static List<AnswerLook> besideOthers(List<AnswerLook> looks) {
    return looks.stream().filter(look -> look.fate() != Fate.NEW).toList();
  }
}
