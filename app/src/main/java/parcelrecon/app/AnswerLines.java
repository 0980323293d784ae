package parcelrecon.app;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.Answer;
import parcelrecon.report.answers.AnswerLook;
import parcelrecon.report.answers.AnswerLook.Fate;

/** What becomes of answers, as lines for a terminal; without the name of who answered. */
final class AnswerLines {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final List<AnswerLook> looks;
  private final ZoneId zone;

  AnswerLines(List<AnswerLook> looks, ZoneId zone) {
    this.looks = looks;
    this.zone = zone;
  }

  /** Cell by cell, under a heading for each fate. */
  List<String> all() {
    return lines(looks);
  }

  /** Those a person may want to look at. */
  List<String> besideOthers() {
    return lines(AnswerLook.besideOthers(looks));
  }

  private List<String> lines(List<AnswerLook> shown) {
    List<String> lines = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      List<AnswerLook> some = shown.stream().filter(look -> look.fate() == fate).toList();
      if (!some.isEmpty()) {
        lines.add(heading(fate) + ": " + some.size());
        some.forEach(look -> lines.add("  " + line(look)));
      }
    }
    return lines;
  }

  private static String heading(Fate fate) {
    return switch (fate) {
      case NEW -> "First answers";
      case REPLACES -> "Later answers, which take the place of what is kept";
      case CONFLICTS -> "Conflicts: something else was said at the same time";
      case OUTDATED -> "Outdated: something else was said later";
      case KNOWN -> "Known already";
    };
  }

  private String line(AnswerLook look) {
    String is = look.other().map(this::said).orElse("no answer");
    String given = said(look.given().answer());
    String becomes =
        switch (look.fate()) {
          case NEW, REPLACES -> is + " -> " + given;
          case CONFLICTS -> is + ", here " + given;
          case OUTDATED -> is + " stays, here " + given;
          case KNOWN -> is + " stays";
        };
    return Console.shown(
        "%s  %s  %s".formatted(look.given().cell(), look.given().answer().parcelId(), becomes));
  }

  private String said(Answer answer) {
    return answer.answer() + " of " + TIME.format(answer.answeredAt().atZone(zone));
  }

  String summary(int notUnderstood) {
    Map<Fate, Long> counts =
        looks.stream().collect(Collectors.groupingBy(AnswerLook::fate, Collectors.counting()));
    String fates =
        Stream.of(Fate.values())
            .map(fate -> counts.getOrDefault(fate, 0L) + " " + fate.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "%s answers: %s. %s rows not understood.".formatted(looks.size(), fates, notUnderstood);
  }
}
