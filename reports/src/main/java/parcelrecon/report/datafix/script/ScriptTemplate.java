package parcelrecon.report.datafix.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement of the datafix folder with places to fill: {@code <name>} for a table or column of
 * the site, {@code :name} for a value. Its comments are for who maintains it; a script has those of
 * its language.
 *
 * @param head what is run once at the top of a script
 * @param row the statement for each row
 */
record ScriptTemplate(String head, String row) {

  private static final String DIVIDER = "-- for each row\n";
  private static final Pattern PLACE = Pattern.compile("<([a-z_]+)>|:([a-z_]+)");

  static ScriptTemplate load(String name) {
    String file = "/datafix/h2/" + name + ".sql";
    try (InputStream bytes = ScriptTemplate.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("no template " + file);
      }
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      int divider = text.indexOf(DIVIDER);
      return new ScriptTemplate(
          withoutComments(text.substring(0, divider)), text.substring(divider + DIVIDER.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutComments(String head) {
    return Arrays.stream(head.split("(?<=\n)"))
        .filter(line -> !line.startsWith("--"))
        .collect(Collectors.joining());
  }

  /** A part of the template with every place filled, line by line. */
  static String fill(String part, Map<String, String> names, Function<String, String> literals) {
    StringBuilder filled = new StringBuilder();
    for (String line : part.split("(?<=\n)")) {
      filled.append(fillLine(line, names, literals));
    }
    return filled.toString();
  }

  private static String fillLine(
      String line, Map<String, String> names, Function<String, String> literals) {
    Function<MatchResult, String> filling =
        place ->
            Matcher.quoteReplacement(
                place.group(1) != null
                    ? names.get(place.group(1))
                    : literals.apply(place.group(2)));
    return PLACE.matcher(line).replaceAll(filling);
  }
}
