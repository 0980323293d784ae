package parcelrecon.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import parcelrecon.app.configuration.Environment;
import parcelrecon.app.configuration.Secrets;
import parcelrecon.problem.Problem;

/**
 * Where a command prints: results on the standard output, everything else on the standard error.
 * Shows no secret, whatever it is given.
 */
final class Console {

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

  /** A line of the result. */
  void result(String line) {
    out.println(secrets.mask(line));
  }

  /** A line beside the result. */
  void note(String line) {
    err.println(secrets.mask(line));
  }

  void problems(List<Problem> problems) {
    problems.forEach(problem -> note(oneLine(problem.text())));
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
    return oneLine(text).replaceAll("\\p{Cc}", "\uFFFD");
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
