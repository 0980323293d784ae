package parcelrecon.app.configuration;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;

/**
 * One YAML file being read.
 *
 * @param label the file as the user named it
 * @param base its folder, absolute: relative paths count from it
 */
record Reading(String label, Path base, Placeholders placeholders, Problems problems) {

  /** Lines are counted from 1. */
  String where(Node node) {
    return label + ":" + node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(1);
  }

  void problem(Node node, String what, String remedy) {
    problem(ExitCode.CONFIGURATION, node, what, remedy);
  }

  void problem(ExitCode exitCode, Node node, String what, String remedy) {
    problems.add(exitCode, new Problem(where(node), what, Problems.NOTHING_STARTED, remedy));
  }
}
