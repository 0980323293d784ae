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
import parcelrecon.report.answers.GivenAnswer;

/**
 * What becomes of an answer when it is kept.
 *
 * @param other the answer it is beside; absent for NEW
 */
record AnswerLook(GivenAnswer given, Fate fate, Optional<Answer> other) {

  /** In the order in which they are shown. */
  enum Fate {
    /** The parcel's first answer. */
    NEW("First answers"),
    /** Later than what is kept, and says the same or something else: it will count. */
    REPLACES("Later answers, which take the place of what is kept"),
    /** Something else was said at the same time: a person should look. */
    CONFLICTS("Conflicts: something else was said at the same time"),
    /** Something else was said later: that goes on counting. */
    OUTDATED("Outdated: something else was said later"),
    /** Kept already, word by word, or says what a later one says. */
    KNOWN("Known already");

    private final String heading;

    Fate(String heading) {
      this.heading = heading;
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
  static List<AnswerLook> at(List<GivenAnswer> answers, List<Answer> kept) {
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
  static List<AnswerLook> besideOthers(List<AnswerLook> looks) {
    return looks.stream().filter(look -> look.fate() != Fate.NEW).toList();
  }

  /** Cell by cell, under a heading for each fate; without the name of who answered. */
  static List<String> lines(List<AnswerLook> looks, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      List<AnswerLook> some = looks.stream().filter(look -> look.fate() == fate).toList();
      if (!some.isEmpty()) {
        lines.add(fate.heading + ": " + some.size());
        some.forEach(look -> lines.add("  " + look.line(zone)));
      }
    }
    return lines;
  }

  private String line(ZoneId zone) {
    String is = other.map(kept -> said(kept, zone)).orElse("no answer");
    String given = said(this.given.answer(), zone);
    String becomes =
        switch (fate) {
          case NEW, REPLACES -> is + " -> " + given;
          case CONFLICTS -> is + ", here " + given;
          case OUTDATED -> is + " stays, here " + given;
          case KNOWN -> is + " stays";
        };
    return Console.shown(
        "%s  %s  %s".formatted(this.given.cell(), this.given.answer().parcelId(), becomes));
  }

  private static String said(Answer answer, ZoneId zone) {
    return answer.answer() + " of " + TIME.format(answer.answeredAt().atZone(zone));
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
