package parcelrecon.tell;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import parcelrecon.report.text.Texts;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.results.telling.Message.OfRun;
import parcelrecon.results.telling.Message.Recheck;
import parcelrecon.results.telling.Message.Tally;
import parcelrecon.tell.Note.Fact;
import parcelrecon.tell.Note.Link;

/**
 * Puts messages into words, each in its own language.
 *
 * @param console absent where messages have no links
 */
record Wording(Optional<URI> console) {

  private static final Map<String, Texts> TEXTS = new ConcurrentHashMap<>();

  /** A title is a line, and the subject of a mail. */
  private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  Note note(Message message) {
    Texts texts = TEXTS.computeIfAbsent(message.subject().language(), Texts::of);
    return new Note(
        message.occasion(),
        title(message, texts),
        facts(message, texts),
        link(message).map(to -> link(texts, to)));
  }

  private static Fact fact(Texts texts, String label, String value) {
    return new Fact(label, value, texts.text("telling.line", label, value));
  }

  private static Link link(Texts texts, URI to) {
    String label = texts.text("telling.link");
    return new Link(label, to, texts.text("telling.line", label, to));
  }

  private static String title(Message message, Texts texts) {
    String name = NOT_IN_A_LINE.matcher(message.subject().shown()).replaceAll(" ");
    return switch (message.occasion()) {
      case RESULT -> texts.text("telling.title.RESULT", name, found(message).affected());
      case DAILY -> {
        Tally tally = message.tally().orElseThrow();
        yield texts.text(
            "telling.title.DAILY",
            name,
            tally.judged(),
            tally.affected(),
            tally.failed(),
            tally.missed());
      }
      case MISSED ->
          texts.text("telling.title.MISSED", name, message.tally().orElseThrow().missed());
      case CAME_BACK ->
          texts.text("telling.title.CAME_BACK", name, message.recheck().orElseThrow().cameBack());
      case NOTHING_OPEN -> {
        long notKnown = message.recheck().orElseThrow().notKnown();
        yield notKnown == 0
            ? texts.text("telling.title.NOTHING_OPEN", name)
            : texts.text("telling.title.NOT_KNOWN", name, notKnown);
      }
      case INCOMPLETE, FAILED, RECHECK_INCOMPLETE, RECHECK_FAILED, TRIAL ->
          texts.text("telling.title." + message.occasion(), name);
      case RECHECK_MISSED -> texts.text("telling.title.RECHECK_MISSED");
    };
  }

  private static Found found(Message message) {
    return message.run().flatMap(OfRun::found).orElseThrow();
  }

  private static List<Fact> facts(Message message, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(texts, texts.text("telling.span." + spanOf(message)), span(message, texts)));
    message.run().ifPresent(run -> facts.addAll(facts(run, message.recheck(), texts)));
    return facts;
  }

  private static String spanOf(Message message) {
    return switch (message.occasion()) {
      case DAILY -> "day";
      case RECHECK_MISSED -> "round";
      case RESULT,
          INCOMPLETE,
          FAILED,
          MISSED,
          CAME_BACK,
          NOTHING_OPEN,
          RECHECK_INCOMPLETE,
          RECHECK_FAILED,
          TRIAL ->
          "window";
    };
  }

  private static String span(Message message, Texts texts) {
    return texts.text(
        "telling.from-to",
        texts.dateTime(message.from(), message.subject().zone()),
        texts.dateTime(message.to(), message.subject().zone()),
        message.subject().zone().getId());
  }

  private static List<Fact> facts(OfRun run, Optional<Recheck> recheck, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(texts, texts.text("telling.incident"), run.incident()));
    facts.add(fact(texts, texts.text("telling.run"), String.valueOf(run.run())));
    recheck
        .filter(seen -> seen.cameBack() > 0)
        .ifPresent(
            seen ->
                facts.add(
                    fact(texts, texts.text("telling.cameBack"), texts.number(seen.cameBack()))));
    String affected = texts.text(recheck.isPresent() ? "telling.open" : "telling.affected");
    run.found().ifPresent(found -> facts.addAll(facts(found, affected, texts)));
    return facts;
  }

  private static List<Fact> facts(Found found, String affected, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(texts, affected, texts.number(found.affected())));
    found
        .kinds()
        .forEach((kind, count) -> facts.add(fact(texts, texts.name(kind), texts.number(count))));
    if (!found.toCollectMinor().isEmpty()) {
      facts.add(fact(texts, texts.text("telling.to-collect"), texts.money(found.toCollectMinor())));
    }
    if (!found.toRefundMinor().isEmpty()) {
      facts.add(fact(texts, texts.text("telling.to-refund"), texts.money(found.toRefundMinor())));
    }
    found
        .lacking()
        .forEach(
            (source, state) ->
                facts.add(
                    fact(
                        texts,
                        texts.text("telling.lacking"),
                        texts.aside(texts.name(source), texts.name(state)))));
    return facts;
  }

  /** To the run, or to the schedule where there is none; re-checks have no page of their own. */
  Optional<URI> link(Message message) {
    String page =
        message
            .run()
            .map(run -> "/runs/" + run.run())
            .orElse("/schedules/" + message.subject().schedule());
    return switch (message.occasion()) {
      case TRIAL -> console;
      case RECHECK_MISSED -> console.map(address -> URI.create(address + "/schedules"));
      case RESULT,
          INCOMPLETE,
          FAILED,
          MISSED,
          DAILY,
          CAME_BACK,
          NOTHING_OPEN,
          RECHECK_INCOMPLETE,
          RECHECK_FAILED ->
          console.map(address -> URI.create(address + page));
    };
  }
}
