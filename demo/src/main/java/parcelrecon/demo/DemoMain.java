package parcelrecon.demo;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/** The entry point of {@code run.sh demo}. */
public final class DemoMain {

  static final long SEED = 20_220_413;

  private static final int USAGE = 2;
  private static final String HELP =
      """
      Usage: ./run.sh demo [--out DIR] [--seed N]
      The Kafka incident of 2022-04-13, end to end: makes a site with a database, settlement files,
      a gateway log and a real Kafka broker, reconciles it as a site would, lets stores answer,
      reconciles again and compares both with the truth.

        --out DIR   where everything goes (default ./out/demo); replaced when it is a demo's
        --seed N    another day (default %d)

      Example: ./run.sh demo --out /tmp/demo
      """
          .formatted(SEED);

  private DemoMain() {}

  /** What was asked for. */
  private record Request(Path out, long seed) {}

  public static void main(String[] arguments) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    System.exit(run(out, err, arguments));
  }

  /** Runs the demo in this process and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(HELP);
      out.flush();
      return 0;
    }
    try {
      Request request = parse(arguments);
      return new Demo(new DemoFolder(request.out()), request.seed(), out, err).run();
    } catch (IllegalArgumentException e) {
      err.println("demo: " + e.getMessage() + ". Nothing was started. See ./run.sh demo --help.");
      return USAGE;
    }
  }

  private static Request parse(String... arguments) {
    Path out = Path.of("out", "demo");
    long seed = SEED;
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--out" -> out = Path.of(value(option, rest));
        case "--seed" -> seed = number(value(option, rest));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new Request(out.toAbsolutePath().normalize(), seed);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("option " + option + " has no value");
    }
    return rest.next();
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no seed, expected e.g. " + SEED, e);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
