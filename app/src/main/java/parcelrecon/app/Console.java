package parcelrecon.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import parcelrecon.app.configuration.Environment;
import parcelrecon.app.configuration.Secrets;
import parcelrecon.problem.Problem;

/**
 * Where a command prints: results on the standard output, everything else on the standard error.
 * Shows no secret, whatever it is given.
 */
final class Console {

  /** What a terminal acts on: all but the ends of lines and tabs. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  /** The same, and the marks that turn the direction of a line. */
  private static final Pattern CONTROLS_AND_MARKS =
      Pattern.compile(
          CONTROLS + "|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

  private final PrintWriter out;
  private final PrintWriter err;
  private final Environment environment;
  private final boolean isTerminal;
  private volatile Secrets secrets = new Secrets();

  /**
   * @param isTerminal whether a person watches the standard error
   */
  Console(PrintWriter out, PrintWriter err, Environment environment, boolean isTerminal) {
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.isTerminal = isTerminal;
  }

  Environment environment() {
    return environment;
  }

  boolean isTerminal() {
    return isTerminal;
  }

  /** From now on these are hidden. */
  void hide(Secrets found) {
    secrets = found;
  }

  /** A line of the result; JSON keeps its texts to the letter, as escapes where need be. */
  void result(String line) {
    out.println(harmless(secrets.mask(line), CONTROLS));
  }

  /** A line beside the result. */
  void note(String line) {
    err.println(harmless(secrets.mask(line), CONTROLS_AND_MARKS));
  }

  void problems(List<Problem> problems) {
    problems.forEach(problem -> note(shown(problem.text())));
  }

  void trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    note(trace.toString().stripTrailing());
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /** On one line, without what a terminal would act on. */
  static String shown(String text) {
    return harmless(oneLine(text), CONTROLS_AND_MARKS).replace('\t', '\uFFFD');
  }

  private static String harmless(String text, Pattern harmful) {
    return harmful.matcher(text).replaceAll("\uFFFD");
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
