package parcelrecon.report.answers;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;

/** Reads uploads one after the other in a process of its own, and prints what is told of each. */
public final class HostileUploads {

  private HostileUploads() {}

  public static void main(String[] files) {
    AskedRun run =
        new AskedRun(
            SampleRun.incident().run(), ids -> Map.of(), Instant.parse("2022-04-20T00:00:00Z"));
    for (String file : files) {
      long began = System.nanoTime();
      AnswersFile read = AnswersFile.read(Path.of(file), run, AnswersLimits.COMMAND);
      System.out.printf(
          "%s: %d answers, %s, %d ms%n",
          Path.of(file).getFileName(),
          read.answers().size(),
          read.unreadable().map(unreadable -> unreadable.what(Texts.of("en"))).orElse("read"),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
  }

  static Stream<String> read(String heap, Path... files) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            java, "-Xmx" + heap, "-cp", classes, HostileUploads.class.getName()),
                        Stream.of(files).map(Path::toString))
                    .toList())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes());
    System.out.print(printed);
    return process.waitFor() == 0 ? printed.lines() : Stream.of("the process died");
  }
}
