package parcelrecon.app.configuration;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;

/**
 * What stands under one key. Each reading of it is absent, with a problem told, when it is not of
 * the wanted form.
 *
 * @param path all keys to here joined with "."
 * @param key the last of them
 */
record Value(Reading reading, String path, String key, Node node) {

  private static final String ONE_TEXT = "Write one text";

  boolean isNothing() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  /** The text with its placeholders filled in. */
  Optional<String> text() {
    if (!(node instanceof ScalarNode scalar)) {
      problem("is " + form() + ", expected a text", ONE_TEXT);
      return Optional.empty();
    }
    String raw = scalar.getValue();
    if (!Placeholders.isIn(raw)) {
      if (Secrets.isSecretName(key)) {
        reading.placeholders().secrets().add(raw);
      }
      return Optional.of(raw);
    }
    return Optional.of(
        reading
            .placeholders()
            .fill(
                raw,
                Secrets.isSecretName(key),
                (what, remedy) -> reading.problem(node, path + ": " + what, remedy)));
  }

  /** A list of texts; one text is a list of one. */
  List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The members of a list; anything else is its own only member. */
  List<Value> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Value(reading, path + "[" + (items.size() + 1) + "]", key, item));
    }
    return items;
  }

  Optional<Section> section() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Section(reading, path, mapping));
    }
    problem("is " + form() + ", expected keys and values", "Write " + key + ": { key: value }");
    return Optional.empty();
  }

  Optional<Boolean> truth() {
    return oneOf(Map.of("true", true, "false", false));
  }

  Optional<Long> wholeNumber() {
    return parsed(
        text -> {
          long number = Long.parseLong(text);
          return number >= 0 ? number : null;
        },
        "is not a whole number",
        "Write e.g. 7");
  }

  Optional<BigDecimal> decimal() {
    return parsed(
        text -> {
          BigDecimal number = new BigDecimal(text);
          return number.signum() >= 0 && number.scale() >= 0 ? number : null;
        },
        "is not a decimal of at least 0",
        "Write e.g. 0.50");
  }

  Optional<Duration> duration() {
    return parsed(
        text -> DurationText.parse(text).orElse(null),
        "is not a duration",
        "Write a whole number and its unit: 3s, 15m, 1h or 7d");
  }

  Optional<ZoneId> zone() {
    return parsed(
        ZoneId::of, "is not a time zone", "Write a name as in Asia/Taipei, or an offset as +08:00");
  }

  Optional<Charset> charset() {
    return parsed(Charset::forName, "is not a charset", "Write e.g. UTF-8, Big5 or GB18030");
  }

  Optional<Character> character() {
    return parsed(Value::onlyCharacter, "is not one character", "Write one in quotes, e.g. \",\"");
  }

  private static Character onlyCharacter(String text) {
    String unescaped = text.equals("\\t") ? "\t" : text;
    return unescaped.length() == 1 ? Character.valueOf(unescaped.charAt(0)) : null;
  }

  Optional<Path> folder() {
    return parsed(
        text -> reading.base().resolve(text).normalize(), "is not a path", "Write e.g. ./work");
  }

  Optional<Instant> instant(ZoneId zone, ExitCode whenBad) {
    return text()
        .flatMap(
            text -> {
              try {
                return Optional.of(TimeText.parse(text, zone));
              } catch (TimeText.BadTime bad) {
                reading.problem(whenBad, node, path + ": " + bad.getMessage(), bad.remedy());
                return Optional.empty();
              }
            });
  }

  /** One of a few words. */
  <T> Optional<T> oneOf(Map<String, T> words) {
    return text()
        .flatMap(
            text -> {
              T meant = words.get(text);
              if (meant == null) {
                unknownWord(text, words.keySet());
              }
              return Optional.ofNullable(meant);
            });
  }

  /** Tells that the word is none of the known ones. */
  void unknownWord(String word, Collection<String> known) {
    List<String> sorted = known.stream().sorted().toList();
    problem("is " + quoted(word) + hint(word, sorted), "Write one of " + String.join(", ", sorted));
  }

  /** {@code , did you mean "x"?}, or what was expected when nothing is near. */
  static String hint(String seen, Collection<String> known) {
    return DidYouMean.nearest(seen, known).isPresent()
        ? DidYouMean.question(seen, known)
        : ", expected one of " + String.join(", ", known);
  }

  void problem(String what, String remedy) {
    reading.problem(node, path + " " + what, remedy);
  }

  /**
   * What a parser makes of the text; null or an exception of it means that it is not of the form.
   */
  <T> Optional<T> parsed(Function<String, T> parse, String what, String remedy) {
    return text()
        .flatMap(
            text -> {
              Optional<T> parsed = Optional.empty();
              try {
                parsed = Optional.ofNullable(parse.apply(text));
              } catch (IllegalArgumentException | DateTimeException unreadable) {
                // told below
              }
              if (parsed.isEmpty()) {
                reading.problem(node, path + " " + quoted(text) + " " + what, remedy);
              }
              return parsed;
            });
  }

  /** As it stands in the file: what a placeholder stands for is never shown. */
  private String quoted(String text) {
    if (Secrets.isSecretName(key)) {
      return Secrets.MASK;
    }
    String shown = node instanceof ScalarNode scalar ? scalar.getValue() : text;
    return "\"" + Secrets.withoutUrlSecrets(shown) + "\"";
  }

  private String form() {
    return node instanceof SequenceNode
        ? "a list"
        : node instanceof MappingNode ? "a mapping" : "a text";
  }
}
