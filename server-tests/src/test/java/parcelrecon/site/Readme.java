package parcelrecon.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a section of README.md tells its reader to write and to type, in its order. */
final class Readme {

  private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```(\\w*)\\n([\\s\\S]*?)^ *```$");
  private static final Pattern FILE = Pattern.compile("(?:#|--) (my-site/\\S+)");

  private Readme() {}

  /** One thing to do. */
  sealed interface Step {}

  /** A file to write. */
  record Write(String file, String text) implements Step {}

  /** A command to type, without {@code ./run.sh}. */
  record Type(String command) implements Step {}

  static List<Step> steps(String heading) throws IOException {
    String text = Files.readString(Path.of("../README.md"));
    int start = text.indexOf("\n## " + heading + "\n");
    String section = text.substring(start, text.indexOf("\n## ", start + 1));
    List<Step> steps = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(section); block.find(); ) {
      String body = block.group(3).replaceAll("(?m)^" + block.group(1), "");
      if (block.group(2).isEmpty()) {
        body.lines()
            .filter(line -> line.startsWith("./run.sh "))
            .forEach(line -> steps.add(new Type(line.substring("./run.sh ".length()))));
      } else {
        Matcher file = FILE.matcher(body.lines().findFirst().orElse(""));
        if (!file.matches()) {
          throw new IllegalStateException("a block without its file: " + body);
        }
        steps.add(new Write(file.group(1), body));
      }
    }
    return steps;
  }
}
