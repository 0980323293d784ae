package parcelrecon.app.configuration;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML tree as one text that is equal for equal meaning: keys sorted, no comments, quotes or
 * styles. Placeholders stay as they are written and secrets are masked, so that no secret is in it
 * and a new password changes nothing.
 */
final class CanonicalTree {

  private CanonicalTree() {}

  /**
   * @param leftOut keys that cannot change what a run finds, with those above them joined by "."
   */
  static String of(MappingNode root, Set<String> leftOut) {
    return mapping("", root, leftOut);
  }

  private static String mapping(String path, MappingNode node, Set<String> leftOut) {
    Map<String, String> sorted = new TreeMap<>();
    node.getValue()
        .forEach(
            tuple -> {
              if (tuple.getKeyNode() instanceof ScalarNode key
                  && !leftOut.contains(path + key.getValue())) {
                sorted.put(
                    quoted(key.getValue()),
                    text(path + key.getValue(), key.getValue(), tuple.getValueNode(), leftOut));
              }
            });
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(String path, String key, Node node, Set<String> leftOut) {
    if (node instanceof MappingNode mapping) {
      return mapping(path + ".", mapping, leftOut);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(item -> text(path, key, item, leftOut))
          .collect(Collectors.joining(",", "[", "]"));
    }
    return Secrets.isSecretName(key)
        ? quoted(Secrets.MASK)
        : quoted(Secrets.withoutUrlSecrets(((ScalarNode) node).getValue()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
