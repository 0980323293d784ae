package parcelrecon.tell;

import static parcelrecon.report.file.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Occasion;

/** What a webhook wants to be sent. What each service takes is told in RATIONALE.md. */
public enum Form {
  /** Our own, for programs: docs/reference.md tells its fields. */
  JSON {
    @Override
    Map<String, Object> of(String key, Message message, Note note) {
      return new PlainJson(message).of(key, note);
    }
  },
  /** An incoming webhook of Slack. Its markup is three characters, which are escaped. */
  SLACK {
    @Override
    Map<String, Object> of(String key, Message message, Note note) {
      String text =
          note.link()
              .map(link -> "<" + escaped(link.to().toString()) + "|" + escaped(link.label()) + ">")
              .map(link -> lines(note) + "\n" + link)
              .orElse(lines(note));
      return object(
          "text",
          escaped(note.title()),
          "blocks",
          List.of(
              section("*" + escaped(note.title()) + "*"),
              section(cut(text, SLACK_CHARACTERS_MAX))));
    }

    private static String lines(Note note) {
      return note.facts().stream()
          .map(fact -> escaped(fact.line()))
          .collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> section(String text) {
      return object("type", "section", "text", object("type", "mrkdwn", "text", text));
    }
  },
  /** A custom bot of Lark or Feishu: a card, in plain text. */
  LARK {
    @Override
    Map<String, Object> of(String key, Message message, Note note) {
      List<Map<String, Object>> elements = new ArrayList<>();
      note.facts()
          .forEach(fact -> elements.add(object("tag", "div", "text", plainText(fact.line()))));
      note.link()
          .ifPresent(
              link ->
                  elements.add(
                      object(
                          "tag",
                          "action",
                          "actions",
                          List.of(
                              object(
                                  "tag",
                                  "button",
                                  "type",
                                  "default",
                                  "text",
                                  plainText(link.label()),
                                  "url",
                                  link.to().toString())))));
      return object(
          "msg_type",
          "interactive",
          "card",
          object(
              "header",
              object("title", plainText(note.title()), "template", color(note.occasion())),
              "elements",
              elements));
    }

    private static Map<String, Object> plainText(String text) {
      return object("tag", "plain_text", "content", text);
    }

    private static String color(Occasion occasion) {
      return switch (occasion) {
        case RESULT, FAILED, MISSED, CAME_BACK, RECHECK_FAILED, RECHECK_MISSED -> "red";
        case INCOMPLETE, RECHECK_INCOMPLETE -> "orange";
        case NOTHING_OPEN -> "green";
        case DAILY, TRIAL -> "blue";
      };
    }
  },
  /** A workflow of Teams that posts an adaptive card. */
  TEAMS {
    @Override
    Map<String, Object> of(String key, Message message, Note note) {
      List<Map<String, Object>> facts =
          note.facts().stream()
              .map(fact -> object("title", fact.label(), "value", fact.value()))
              .toList();
      Map<String, Object> card =
          object(
              "$schema",
              "http://adaptivecards.io/schemas/adaptive-card.json",
              "type",
              "AdaptiveCard",
              "version",
              "1.4",
              "body",
              List.of(
                  object(
                      "type", "TextBlock", "text", note.title(), "weight", "Bolder", "wrap", true),
                  object("type", "FactSet", "facts", facts)));
      note.link()
          .ifPresent(
              link ->
                  card.put(
                      "actions",
                      List.of(
                          object(
                              "type",
                              "Action.OpenUrl",
                              "title",
                              link.label(),
                              "url",
                              link.to().toString()))));
      return object(
          "type",
          "message",
          "attachments",
          List.of(
              object("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }
  };

  /** Of the text of a section. */
  private static final int SLACK_CHARACTERS_MAX = 3_000;

  /** The body of a request, with its keys in order. */
  abstract Map<String, Object> of(String key, Message message, Note note);

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String text, int charactersMax) {
    return text.length() <= charactersMax ? text : text.substring(0, charactersMax - 1) + "…";
  }
}
