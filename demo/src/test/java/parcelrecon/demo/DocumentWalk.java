package parcelrecon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a section of a document has its reader type, step by step, and what it promises to be seen.
 * A block of {@code sh} is typed; a block of {@code text} after it is seen, line by line in its
 * order, with other lines between; in a line … stands for anything.
 */
record DocumentWalk(List<Step> steps) {

  private static final Pattern BLOCK = Pattern.compile("(?m)^```(sh|text)\\n([\\s\\S]*?)^```$");
  private static final String ANYTHING = "…";

  /**
   * @param seen lines that its output has, in their order
   */
  record Step(String typed, List<String> seen) {

    /** The first line that the output does not have where it should; empty when it has all. */
    String missingFrom(String output) {
      Matcher next = Pattern.compile(".*").matcher(output);
      int from = 0;
      for (String line : seen) {
        next = pattern(line).matcher(output);
        if (!next.find(from)) {
          return line;
        }
        from = next.end();
      }
      return "";
    }

    private static Pattern pattern(String line) {
      String fixed =
          List.of(line.split(ANYTHING, -1)).stream()
              .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
              .collect(Collectors.joining(".*"));
      return Pattern.compile("(?m)^" + fixed + "$");
    }
  }

  /**
   * @param heading of the section, which ends with the next of its level
   */
  static DocumentWalk of(Path document, String heading) throws IOException {
    String text = Files.readString(document);
    int start = text.indexOf("\n" + heading + "\n");
    String level = "\n" + heading.substring(0, heading.indexOf(' ') + 1);
    int end = text.indexOf(level, start + 1);
    String section = text.substring(start, end < 0 ? text.length() : end);
    List<Step> steps = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(section); block.find(); ) {
      if (block.group(1).equals("sh")) {
        steps.add(new Step(block.group(2), List.of()));
      } else {
        Step typed = steps.remove(steps.size() - 1);
        steps.add(new Step(typed.typed(), block.group(2).lines().toList()));
      }
    }
    return new DocumentWalk(List.copyOf(steps));
  }
}
