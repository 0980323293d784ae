package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole incident: real database, files and broker, the product's own commands, the truth. */
class IncidentTest {

  @TempDir Path folder;

  @Test
  void demo_meetsTheTruth_asFoundAndAfterTheAnswers() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    DemoFolder demo = new DemoFolder(folder.resolve("demo"));
    int exitCode =
        DemoMain.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "--out",
            demo.path().toString());
    assertThat(exitCode).as(out + "\n" + err).isZero();
    assertThat(out.toString())
        .contains("seed 20220413")
        .contains("2,117 of 161,569 (1.3 %)")
        .contains("the truth is met");
    assertThat(demo.truth()).isNotEmptyFile();
    assertThat(demo.outputs().resolve("2022-04-13-kafka/run-002/affected-parcels.xlsx"))
        .isNotEmptyFile();
  }
}
