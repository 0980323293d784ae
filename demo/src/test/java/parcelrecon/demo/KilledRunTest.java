package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.site.SiteFolder;

/** The incident reconciled by processes that are killed, at 256 MB: the same bytes, always. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {

  private static final List<String> STAGES =
      List.of("plan", "extract", "match", "settle", "publish");

  @TempDir static Path temporary;

  private DemoFolder folder;
  private IncidentSite incident;
  private ProductProcess product;
  private List<String> endedStages = List.of();
  private int runs;

  @BeforeAll
  void makeSite() throws Exception {
    folder = new DemoFolder(temporary.resolve("incident"));
    incident = IncidentSite.make(folder, DemoMain.SEED, step -> {});
    product = new ProductProcess(temporary, "-Xmx256m");
    assertThat(product.run(reconcile()).exitCode()).isZero();
    runs = 1;
  }

  @AfterAll
  void stopBroker() {
    if (incident != null) {
      incident.close();
    }
  }

  @Test
  void secondRun_givesTheSameBytes() throws Exception {
    ProductProcess.Ended again = product.run(reconcile());
    runs++;
    assertThat(again.exitCode()).as(again.said()).isZero();
    assertSameAsFirst(run(runs));
  }

  /** Killed in every stage but the first, each time it goes on. */
  @Test
  void killedRun_isResumedToTheSameBytes_howeverOftenItDied() throws Exception {
    runs++;
    String[] resume = command("resume", String.valueOf(runs));
    for (int stage = 1; stage < STAGES.size(); stage++) {
      String before = STAGES.get(stage - 1);
      String during = STAGES.get(stage);
      assertThat(
              product.killWhen(said -> hasEnded(before, said), stage == 1 ? reconcile() : resume))
          .as("killed in %s", during)
          .isTrue();
      assertThat(hasEnded(during, product.said())).as("%s had ended already", during).isFalse();
      assertThat(run(runs))
          .as("no half-written outputs")
          .satisfiesAnyOf(
              outputs -> assertThat(outputs).doesNotExist(),
              outputs -> assertThat(outputs.resolve("run.json")).doesNotExist());
    }
    ProductProcess.Ended resumed = product.run(resume);
    assertThat(resumed.exitCode()).as(resumed.said()).isZero();
    assertSameAsFirst(run(runs));
  }

  @Test
  void spillFileDamagedAfterTheKill_isReadAgain() throws Exception {
    assertThat(product.killWhen(said -> hasEnded("extract", said), reconcile())).isTrue();
    runs++;
    Path extract = folder.site().resolve("work").resolve(String.format("run-%03d/extract", runs));
    Files.delete(extract.resolve("events-0.spill"));
    byte[] bytes = Files.readAllBytes(extract.resolve("payments-0.spill"));
    Files.write(extract.resolve("payments-0.spill"), Arrays.copyOf(bytes, bytes.length / 2));
    ProductProcess.Ended resumed = product.run(command("resume", String.valueOf(runs)));
    assertThat(resumed.exitCode()).as(resumed.said()).isZero();
    assertSameAsFirst(run(runs));
  }

  @Test
  void runKilledWhilePlanning_isResumedToTheSameBytes() throws Exception {
    int before = runs;
    for (int delayMillis = 500; runs == before; delayMillis += 150) {
      assertThat(delayMillis).as("a moment in plan").isLessThan(20_000);
      killAfter(delayMillis);
    }
    assertThat(endedStages).as("stages that had ended").isEmpty();
    ProductProcess.Ended resumed = product.run(command("resume", String.valueOf(runs)));
    assertThat(resumed.exitCode()).as(resumed.said()).isZero();
    assertSameAsFirst(run(runs));
  }

  private void killAfter(int delayMillis) throws Exception {
    long until = System.nanoTime() + delayMillis * 1_000_000L;
    product.killWhen(said -> System.nanoTime() > until, reconcile());
    String said = product.said();
    endedStages = STAGES.stream().filter(stage -> hasEnded(stage, said)).toList();
    String kept = product.run(command("runs", "--json")).said();
    runs = (int) Pattern.compile("\"run\" ?: ?\\d+").matcher(kept).results().count();
  }

  private static boolean hasEnded(String stage, String said) {
    return said.lines().anyMatch(line -> line.startsWith(stage + " "));
  }

  private void assertSameAsFirst(Path again) throws IOException {
    Path first = run(1);
    List<Path> files = filesOf(first);
    assertThat(filesOf(again)).isEqualTo(files);
    for (Path file : files) {
      if (file.endsWith("run.json")) {
        assertThat(withoutRunAndStages(again.resolve(file)))
            .isEqualTo(withoutRunAndStages(first.resolve(file)));
      } else {
        assertThat(again.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
      }
    }
  }

  private static String withoutRunAndStages(Path runJson) throws IOException {
    return Files.readString(runJson)
        .replaceFirst("\"run\": \\d+,", "")
        .replaceFirst("(?s)\"stages\": \\[.*?\\],", "");
  }

  private static List<Path> filesOf(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(Files::isRegularFile).map(run::relativize).sorted().toList();
    }
  }

  private Path run(int number) {
    return folder.outputs().resolve("2022-04-13-kafka").resolve(String.format("run-%03d", number));
  }

  private String[] reconcile() {
    SiteFolder site = new SiteFolder(folder.site());
    return command(
        "reconcile",
        "--incident",
        site.incident().toString(),
        "--as-of",
        "2022-04-16T12:00",
        "--out",
        folder.outputs().toString());
  }

  private String[] command(String command, String... arguments) {
    SiteFolder site = new SiteFolder(folder.site());
    return Stream.concat(
            Stream.of(command, "-c", site.configuration().toString()), Stream.of(arguments))
        .toArray(String[]::new);
  }
}
