package parcelrecon.app;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import parcelrecon.app.configuration.Environment;

/** The entry point of {@code run.sh}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Console console =
        new Console(
            writer(System.out),
            writer(System.err),
            Environment.ofProcess(),
            Boolean.getBoolean("parcelrecon.terminal"));
    StopSignal signal = StopSignal.install(console);
    System.exit(signal.ended(run(console, signal, arguments)));
  }

  /** Runs one command in this process and returns its exit code. */
  public static int run(
      PrintWriter out, PrintWriter err, Environment environment, String... arguments) {
    Console console = new Console(out, err, environment, false);
    return run(console, new StopSignal(console), arguments);
  }

  private static int run(Console console, StopSignal signal, String... arguments) {
    ConsoleLog.install(console, CommandLines.isVerbose(arguments));
    int exitCode = new CommandLines(console, signal).execute(arguments);
    console.flush();
    return exitCode;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
