package parcelrecon.app.configuration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import parcelrecon.problem.ExitCode;

/**
 * A mapping of the file. Every key asked for becomes a known one; {@link #end()} tells the rest as
 * unknown.
 */
final class Section {

  private final Reading reading;
  private final String path;
  private final Node node;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param path the keys to here joined with "."; empty for the whole file
   */
  Section(Reading reading, String path, MappingNode node) {
    this.reading = reading;
    this.path = path;
    this.node = node;
    node.getValue().forEach(this::add);
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      reading.problem(tuple.getKeyNode(), "a key is not a text", "Write key: value");
      return;
    }
    String key = keyNode.getValue();
    if (keys.putIfAbsent(key, keyNode) != null) {
      reading.problem(
          keyNode,
          pathOf(key) + " stands twice, first in line " + line(keys.get(key)),
          "Keep one of them");
      return;
    }
    values.put(key, new Value(reading, pathOf(key), key, tuple.getValueNode()));
  }

  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  String path() {
    return path;
  }

  /** The folder relative paths count from. */
  Path base() {
    return reading.base();
  }

  /** All keys in the order of the file, for sections whose keys are the site's own words. */
  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    known.add(key);
    return values.containsKey(key);
  }

  /** Absent, with a problem told, when the key is there without a value. */
  Optional<Value> value(String key) {
    known.add(key);
    Value value = values.get(key);
    if (value != null && value.isNothing()) {
      problemAt(key, pathOf(key) + " has no value", "Give it one or remove the key");
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  /**
   * @param example what to write, e.g. {@code independent: true}
   */
  Optional<Value> required(String key, String example) {
    if (!has(key)) {
      problem(pathOf(key) + " is missing", "Add e.g. " + example);
    }
    return value(key);
  }

  Optional<String> text(String key) {
    return value(key).flatMap(Value::text);
  }

  /** Empty, with a problem told, when missing. */
  String requiredText(String key, String example) {
    return required(key, example).flatMap(Value::text).orElse("");
  }

  Optional<Section> section(String key) {
    return value(key).flatMap(Value::section);
  }

  /** A problem of the section as a whole. */
  void problem(String what, String remedy) {
    reading.problem(node, what, remedy);
  }

  void problem(ExitCode exitCode, String what, String remedy) {
    reading.problem(exitCode, node, what, remedy);
  }

  /** A problem at a key's line. */
  void problemAt(String key, String what, String remedy) {
    reading.problem(keys.getOrDefault(key, node), what, remedy);
  }

  /** Keys that exist but make no sense beside what was chosen. */
  void refuse(List<String> refused, String reason) {
    for (String key : refused) {
      if (has(key)) {
        problemAt(key, pathOf(key) + " " + reason, "Remove the key");
      }
    }
  }

  /** Tells every key that nobody asked for. */
  void end() {
    end(List.of(), key -> false);
  }

  /**
   * Ends a section that has keys of somebody else's, too.
   *
   * @param theirs what such keys may look like, for hints
   * @param reads whether it took the key as one of theirs
   */
  void end(List<String> theirs, Predicate<String> reads) {
    known.addAll(theirs);
    keys.forEach(
        (key, keyNode) -> {
          boolean isTheirs = reads.test(key);
          if (!isTheirs && !known.contains(key)) {
            reading.problem(
                keyNode,
                "unknown key " + pathOf(key) + Value.hint(key, known),
                "Correct or remove the key");
          }
        });
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
