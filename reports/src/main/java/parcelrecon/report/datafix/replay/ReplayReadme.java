package parcelrecon.report.datafix.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parcelrecon.report.text.Texts;

/**
 * How replay files are looked at, sent and checked. The sentences are in the language of the
 * outputs; the commands are the same in all, and hold no data but the topic and names of files.
 *
 * @param files those that have a line, at least one
 */
record ReplayReadme(String topic, List<String> files, Texts texts) {

  static final String NAME = "replay-readme.md";

  /** {@code <name>} is a sentence, or one of the two values. */
  private static final Pattern PLACE = Pattern.compile("<([a-z]+)>");

  /** It has no rows. */
  long write(Path path) throws IOException {
    Files.writeString(path, PLACE.matcher(template()).replaceAll(this::filling));
    return 0;
  }

  private static String template() throws IOException {
    try (InputStream bytes = ReplayReadme.class.getResourceAsStream("/replay/readme.md")) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String filling(java.util.regex.MatchResult place) {
    String filling =
        switch (place.group(1)) {
          case "topic" -> "'" + topic.replace("'", "'\\''") + "'";
          case "file" -> files.get(0);
          case "files" ->
              files.stream().map(file -> "`" + file + "`").collect(Collectors.joining(", "));
          default -> texts.text("replay." + place.group(1));
        };
    return Matcher.quoteReplacement(filling);
  }
}
