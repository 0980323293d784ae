package parcelrecon.app;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.Answer;

/**
 * What becomes of an answer when it is kept.
 *
 * @param other the answer it is beside; absent for NEW
 */
record AnswerLook(Answer answer, Fate fate, Optional<Answer> other) {

  /** In the order in which the summary counts them. */
  enum Fate {
    /** The parcel's first answer. */
    NEW("new"),
    /** Later than what is kept, and says the same or something else: it will count. */
    REPLACES("replaces"),
    /** Something else was said later: that goes on counting. */
    OUTDATED("outdated by"),
    /** Something else was said at the same time: a person should look. */
    CONFLICTS("conflicts with"),
    /** Kept already, word by word, or says what a later one says. */
    KNOWN("known already");

    private final String word;

    Fate(String word) {
      this.word = word;
    }
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Comparator<Answer> BY_TIME = Comparator.comparing(Answer::answeredAt);

  /**
   * Each answer beside those kept and those before it.
   *
   * @param kept the answers the incident has
   */
  static List<AnswerLook> at(List<Answer> answers, List<Answer> kept) {
    Map<String, List<Answer>> byParcel =
        kept.stream().collect(Collectors.groupingBy(Answer::parcelId));
    List<AnswerLook> looks = new ArrayList<>();
    for (Answer answer : answers) {
      List<Answer> others =
          byParcel.computeIfAbsent(answer.parcelId(), parcel -> new ArrayList<>());
      looks.add(at(answer, others));
      others.add(answer);
    }
    return looks;
  }

  private static AnswerLook at(Answer answer, List<Answer> others) {
    if (others.stream().anyMatch(other -> isSame(answer, other))) {
      return new AnswerLook(answer, Fate.KNOWN, Optional.empty());
    }
    return others.stream()
        .max(BY_TIME)
        .map(latest -> new AnswerLook(answer, beside(answer, latest), Optional.of(latest)))
        .orElseGet(() -> new AnswerLook(answer, Fate.NEW, Optional.empty()));
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
  static List<AnswerLook> besideOthers(List<AnswerLook> looks) {
    return looks.stream().filter(look -> look.fate() != Fate.NEW).toList();
  }

  /** A line per answer, without the name of who answered. */
  static List<String> table(List<AnswerLook> looks, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    lines.add(line("PARCEL", "ANSWER", "ANSWERED AT", "IS"));
    for (AnswerLook look : looks) {
      Answer answer = look.answer();
      String beside =
          look.other().map(other -> " " + other.answer() + " of " + time(other, zone)).orElse("");
      lines.add(
          line(
              answer.parcelId(),
              answer.answer().name(),
              time(answer, zone),
              look.fate().word + beside));
    }
    return lines;
  }

  private static String time(Answer answer, ZoneId zone) {
    return TIME.format(answer.answeredAt().atZone(zone));
  }

  private static String line(String parcel, String answer, String time, String fate) {
    return String.format(Locale.ROOT, "%-20s  %-13s  %-19s  %s", parcel, answer, time, fate);
  }

  static String summary(List<AnswerLook> looks, int notUnderstood) {
    Map<Fate, Long> counts =
        looks.stream().collect(Collectors.groupingBy(AnswerLook::fate, Collectors.counting()));
    String fates =
        Stream.of(Fate.values())
            .map(fate -> counts.getOrDefault(fate, 0L) + " " + fate.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "%s answers: %s. %s rows not understood.".formatted(looks.size(), fates, notUnderstood);
  }
}
