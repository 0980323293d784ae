package parcelrecon.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import parcelrecon.app.Main;
import parcelrecon.app.configuration.Environment;

/** The product as a site uses it: its commands, nothing else. */
final class Product {

  /** Of what a command prints, the end is shown. */
  private static final int LINES_MAX = 8;

  private static final String INCIDENT = "2022-04-13-kafka";

  private final Path configuration;
  private final Path outputs;
  private final PrintWriter out;
  private final PrintWriter err;

  Product(Path configuration, Path outputs, PrintWriter out, PrintWriter err) {
    this.configuration = configuration;
    this.outputs = outputs;
    this.out = out;
    this.err = err;
  }

  /**
   * Says the command as it would be typed, runs it, shows its progress and the end of what it
   * prints, and returns its exit code.
   */
  int run(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "-c";
    all[2] = configuration.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    out.println("$ ./run.sh " + String.join(" ", List.of(all)));
    StringWriter said = new StringWriter();
    int exitCode = Main.run(new PrintWriter(said), err, Environment.ofProcess(), all);
    List<String> lines = said.toString().lines().toList();
    if (lines.size() > LINES_MAX) {
      out.println("... " + (lines.size() - LINES_MAX) + " lines not shown here");
    }
    lines.stream().skip(Math.max(0, lines.size() - LINES_MAX)).forEach(out::println);
    return exitCode;
  }

  /** Where a run's files are. */
  Path run(int number) {
    Path run = outputs.resolve(INCIDENT).resolve(String.format(Locale.ROOT, "run-%03d", number));
    if (!Files.isDirectory(run)) {
      throw new IllegalStateException("no outputs in " + run);
    }
    return run;
  }
}
