package parcelrecon.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code serve} in a process of its own, on a free port. */
final class ConsoleProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofMinutes(2);

  /** Told where a test fails. */
  private static final int LINES = 60;

  private static final Pattern LIBRARY = Pattern.compile("^\\s*at (?!parcelrecon\\.)");

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final Process process;
  private final Path said;
  private final URI address;

  private ConsoleProcess(Process process, Path said, URI address) {
    this.process = process;
    this.said = said;
    this.address = address;
  }

  /** Starts it and waits until it says where it is. */
  static ConsoleProcess start(Path configuration, Path outputs, Path said)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "parcelrecon.app.Main",
                    "serve",
                    "-c",
                    configuration.toString(),
                    "--out",
                    outputs.toString(),
                    "--port",
                    "0",
                    "--verbose"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Instant late = Instant.now().plus(START_MAX);
    while (process.isAlive() && Instant.now().isBefore(late)) {
      Matcher address = ADDRESS.matcher(Files.readString(said));
      if (address.find()) {
        return new ConsoleProcess(process, said, URI.create(address.group()));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new AssertionError("the console did not start:\n" + Files.readString(said));
  }

  String at(String path) {
    return address.resolve(path).toString();
  }

  /** The end of what it said; of stack traces what is ours, and what was thrown. */
  String lastWords() throws IOException {
    try (Stream<String> lines = Files.lines(said)) {
      List<String> telling = lines.filter(line -> !LIBRARY.matcher(line).find()).toList();
      return String.join(
          "\n", telling.subList(Math.max(0, telling.size() - LINES), telling.size()));
    }
  }

  /** Asks it to end, as a service's supervisor does. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the console did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
