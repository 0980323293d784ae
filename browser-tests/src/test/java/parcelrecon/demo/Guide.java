package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered steps of one part of docs/console.md, told off one after the other while they are
 * done: neither the document nor the test has a step the other lacks.
 */
final class Guide {

  private static final Path DOCUMENT = Path.of("../docs/console.md");
  private static final Pattern STEP = Pattern.compile("\\d+\\. (.+)");

  private final String part;
  private final Deque<String> steps = new ArrayDeque<>();

  /**
   * @param part its heading
   */
  Guide(String part) throws IOException {
    this.part = part;
    List<String> lines = Files.readAllLines(DOCUMENT);
    int heading = lines.indexOf("## " + part);
    assertThat(heading).as("%s has a part %s", DOCUMENT, part).isNotNegative();
    for (String line : lines.subList(heading + 1, lines.size())) {
      if (line.startsWith("## ")) {
        break;
      }
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        steps.add(step.group(1));
      }
    }
  }

  /**
   * What is done next.
   *
   * @param words how the document's step begins
   */
  void step(String words) {
    assertThat(steps).as("steps left of %s", part).isNotEmpty();
    assertThat(steps.remove()).as("the next step of %s", part).startsWith(words);
  }

  void end() {
    assertThat(steps).as("steps of %s that nobody walked", part).isEmpty();
  }
}
