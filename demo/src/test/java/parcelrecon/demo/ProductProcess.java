package parcelrecon.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The product in a process of its own, as a shell would start it. */
final class ProductProcess {

  private final Path folder;
  private final List<String> options;

  /**
   * @param folder where its output is kept
   */
  ProductProcess(Path folder, String... options) {
    this.folder = folder;
    this.options = List.of(options);
  }

  /** How a command ended, and what it said. */
  record Ended(int exitCode, String said) {}

  Ended run(String... arguments) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process = start(said, arguments);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end after five minutes of " + String.join(" ", arguments));
    }
    return new Ended(process.exitValue(), java.nio.file.Files.readString(said));
  }

  /**
   * Kills it (-9) the moment what it said fits.
   *
   * @return false when it ended before
   */
  boolean killWhen(Predicate<String> fits, String... arguments)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process = start(said, arguments);
    while (process.isAlive() && !fits.test(java.nio.file.Files.readString(said))) {
      process.waitFor(2, TimeUnit.MILLISECONDS);
    }
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    return alive;
  }

  /** What the last process said. */
  String said() throws IOException {
    return java.nio.file.Files.readString(folder.resolve("said.txt"));
  }

  private Process start(Path said, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "parcelrecon.app.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }
}
