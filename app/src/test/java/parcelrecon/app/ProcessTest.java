package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;

/** The command line as a process of its own: exit code, streams, their encoding. */
class ProcessTest {

  @TempDir Path folder;

  private int start(String... arguments) throws IOException, InterruptedException {
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
        .start()
        .waitFor();
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }

  @Test
  void process_endsWithTheCommandsCode_whenConfigurationIsWrong() throws Exception {
    SiteFolder site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST + "類型: 1\n");
    assertThat(start("runs", "-c", site.path("recon.yaml").toString())).isEqualTo(3);
    assertThat(read("out")).isEmpty();
    assertThat(read("err").lines())
        .singleElement()
        .asString()
        .contains("recon.yaml:6: unknown key 類型, expected one of");
  }

  @Test
  void process_printsOnlyItsResult_whenAllIsWell() throws Exception {
    SiteFolder site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST);
    assertThat(start("runs", "-c", site.path("recon.yaml").toString())).isZero();
    assertThat(read("out")).isEqualTo("There are no runs yet.\n");
    assertThat(read("err")).isEmpty();
  }
}
