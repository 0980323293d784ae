package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;

/** The command line as a process of its own: exit code, streams, their encoding. */
class ProcessTest {

  @TempDir Path folder;

  private int run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).waitFor();
  }

  private Process start(String... arguments) throws IOException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "parcelrecon.app.Main");
    return new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }

  @Test
  void process_endsWithTheCommandsCode_whenConfigurationIsWrong() throws Exception {
    SiteFolder site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST + "類型: 1\n");
    assertThat(run("runs", "-c", site.path("recon.yaml").toString())).isEqualTo(3);
    assertThat(read("out")).isEmpty();
    assertThat(read("err").lines())
        .singleElement()
        .asString()
        .contains("recon.yaml:6: unknown key 類型, expected one of");
  }

  @Test
  void process_printsOnlyItsResult_whenAllIsWell() throws Exception {
    SiteFolder site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST);
    assertThat(run("runs", "-c", site.path("recon.yaml").toString())).isZero();
    assertThat(read("out")).isEqualTo("There are no runs yet.\n");
    assertThat(read("err")).isEmpty();
  }

  @Test
  void process_stopsInOrder_whenItIsTerminated() throws Exception {
    StringBuilder rows =
        new StringBuilder("parcel_id,payment,amount_due,requested_at,completed_at\n");
    for (int i = 0; i < 100_000; i++) {
      rows.append("P").append(i).append(",COD,500,2022-04-13T19:42:00,2022-04-13T19:42:09\n");
    }
    SiteFolder site =
        new SiteFolder(folder)
            .with("recon.yaml", SiteFolder.SMALLEST)
            .with("outbound.csv", rows.toString());
    String config = site.path("recon.yaml").toString();
    String out = "--out=" + folder.resolve("o");
    Process process = start("reconcile", "-c", config, "--incident", "i", "--all", out);
    while (!read("err").contains("plan ") && process.isAlive()) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(6);
    assertThat(read("err").lines())
        .contains("stopping after the work in hand")
        .last()
        .asString()
        .isEqualTo(
            "run 1: stopped before its end. What is done is kept. Go on with ./run.sh resume -c "
                + config
                + " 1.");
    assertThat(folder.resolve("o/i")).doesNotExist();
    assertThat(run("runs", "-c", config)).isZero();
    assertThat(read("out")).contains("1  INTERRUPTED  all");
  }
}
