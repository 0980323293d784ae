package parcelrecon.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * Types the commands of a document into one shell, in a folder that looks like the project after a
 * build: {@code run.sh} starts this build's classes, and the libraries lie where a build puts them.
 */
final class Typist {

  private static final int MINUTES_MAX = 10;

  private final Path folder;

  Typist(Path folder) throws IOException {
    this.folder = folder;
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    Path run = folder.resolve("run.sh");
    Files.writeString(
        run,
        "#!/usr/bin/env bash\nexec \"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"%s\" parcelrecon.app.Main \"$@\"\n"
            .formatted(java, classPath));
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String module : new String[] {"app", "demo"}) {
      Path libraries = Files.createDirectories(folder.resolve(module).resolve("target/lib"));
      for (String entry : classPath.split(File.pathSeparator)) {
        Path library = Path.of(entry);
        Path link = libraries.resolve(library.getFileName());
        if (Files.isRegularFile(library) && !Files.exists(link)) {
          Files.createSymbolicLink(link, library);
        }
      }
    }
  }

  /**
   * Types every step and looks at what it says.
   *
   * @return empty when all went as the document says; else what did not, with the step's output
   */
  String type(DocumentWalk walk) throws IOException, InterruptedException {
    for (int number = 0; number < walk.steps().size(); number++) {
      Files.writeString(folder.resolve(step(number)), walk.steps().get(number).typed());
    }
    Path script = folder.resolve("walk.sh");
    Files.writeString(script, script(walk.steps().size()));
    Process shell =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("walk.log").toFile())
            .start();
    if (!shell.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
      return "not ended after " + MINUTES_MAX + " minutes";
    }
    return firstDifference(walk);
  }

  private String script(int steps) {
    StringBuilder script =
        new StringBuilder("trap 'for job in $(jobs -p); do kill \"$job\"; done' EXIT\n");
    for (int number = 0; number < steps; number++) {
      script.append(
          "set -e; . ./%1$s >%1$s.out 2>&1; set +e; touch %1$s.done\n".formatted(step(number)));
    }
    return script.toString();
  }

  private String firstDifference(DocumentWalk walk) throws IOException {
    for (int number = 0; number < walk.steps().size(); number++) {
      DocumentWalk.Step step = walk.steps().get(number);
      Path said = folder.resolve(step(number) + ".out");
      String output =
          Files.exists(said) ? new String(Files.readAllBytes(said), StandardCharsets.UTF_8) : "";
      if (!Files.exists(folder.resolve(step(number) + ".done"))) {
        return "failed: " + step.typed() + "\n" + output;
      }
      String missing = step.missingFrom(output);
      if (!missing.isEmpty()) {
        return "not seen: " + missing + "\nafter: " + step.typed() + "\n" + output;
      }
    }
    return "";
  }

  private static String step(int number) {
    return "step-" + number;
  }
}
