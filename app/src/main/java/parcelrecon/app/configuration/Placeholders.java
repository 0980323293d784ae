package parcelrecon.app.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@code ${NAME}} and {@code ${file:PATH}} into texts.
 *
 * @param base the folder relative paths count from
 */
record Placeholders(Path base, Environment environment, Secrets secrets) {

  private static final Pattern FORM = Pattern.compile("\\$\\{(file:)?([^}]*)}");
  private static final long FILE_BYTES_MAX = 64 * 1024;

  static boolean isIn(String text) {
    return FORM.matcher(text).find();
  }

  /**
   * The text with its placeholders filled in; empty where that is not possible.
   *
   * @param problem hears what is wrong and the remedy
   */
  String fill(String text, boolean secret, BiConsumer<String, String> problem) {
    return FORM.matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, secret, problem)));
  }

  private String value(MatchResult match, boolean secret, BiConsumer<String, String> problem) {
    boolean isFile = match.group(1) != null;
    String name = match.group(2);
    String value = isFile ? ofFile(name, problem) : ofEnvironment(name, problem);
    if (secret || isFile || Secrets.isSecretName(name)) {
      secrets.add(value);
    }
    return value;
  }

  private String ofEnvironment(String name, BiConsumer<String, String> problem) {
    return environment
        .get(name)
        .orElseGet(
            () -> {
              problem.accept(
                  "environment variable " + name + " is not set", "Set it before the command");
              return "";
            });
  }

  /** Without the line end that editors put there. */
  private String ofFile(String name, BiConsumer<String, String> problem) {
    try {
      Path file = base.resolve(name);
      if (Files.isRegularFile(file) && Files.size(file) <= FILE_BYTES_MAX) {
        return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
      }
    } catch (IOException | InvalidPathException unreadable) {
      // told below: the text may be part of the exception
    }
    problem.accept(
        "file " + name + " cannot be read, expected a text file of at most 64 KB",
        "Put the file there or correct the path");
    return "";
  }
}
