package parcelrecon.app.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;

/** A YAML file as a tree whose nodes know their lines. */
final class YamlFile {

  private static final long BYTES_MAX = 4L * 1024 * 1024;

  private final Path file;
  private final Problems problems;

  YamlFile(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Absent, with a problem told, when the file is no readable YAML mapping. */
  Optional<MappingNode> read() {
    return content().flatMap(this::mapping);
  }

  private Optional<String> content() {
    if (!Files.isRegularFile(file)) {
      add(ExitCode.UNREACHABLE, file.toString(), "file is not there", "Correct the path");
      return Optional.empty();
    }
    try {
      if (Files.size(file) > BYTES_MAX) {
        add(
            ExitCode.CONFIGURATION,
            file.toString(),
            "file has more than 4 MB, expected a configuration",
            "Correct the path");
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      add(ExitCode.CONFIGURATION, file.toString(), "file is not UTF-8", "Save it as UTF-8");
    } catch (IOException e) {
      add(ExitCode.UNREACHABLE, file.toString(), "file cannot be read", "Check its permissions");
    }
    return Optional.empty();
  }

  private Optional<MappingNode> mapping(String content) {
    int before = problems.size();
    Optional<Node> root = tree(content);
    if (root.isPresent() && holdsItself(root.get(), new ArrayDeque<>())) {
      badYaml(file.toString(), "an alias stands inside its own anchor");
    } else if (root.isPresent() && root.get() instanceof MappingNode mapping) {
      return Optional.of(mapping);
    } else if (problems.size() == before) {
      badYaml(file.toString(), "expected keys and values");
    }
    return Optional.empty();
  }

  private Optional<Node> tree(String content) {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    try {
      String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      badYaml(file + ":" + line, e.getProblem());
    } catch (YamlEngineException e) {
      badYaml(file.toString(), "it cannot be parsed");
    }
    return Optional.empty();
  }

  private void badYaml(String where, String detail) {
    add(
        ExitCode.CONFIGURATION,
        where,
        "is not YAML: " + detail.replaceAll("\\s+", " "),
        "Check quotes, colons and indentation around that line");
  }

  private static boolean holdsItself(Node node, Deque<Node> above) {
    if (above.contains(node)) {
      return true;
    }
    above.push(node);
    boolean found = children(node).anyMatch(child -> holdsItself(child, above));
    above.pop();
    return found;
  }

  private static Stream<Node> children(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()));
    }
    return node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.empty();
  }

  private void add(ExitCode exitCode, String where, String what, String remedy) {
    problems.add(exitCode, new Problem(where, what, Problems.NOTHING_STARTED, remedy));
  }
}
