package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole incident: real database, files and broker, the product's own commands, the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentTest {

  @TempDir static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private DemoFolder demo;
  private int exitCode;

  @BeforeAll
  void runTheDemo() {
    demo = new DemoFolder(folder.resolve("demo-out"));
    exitCode =
        DemoMain.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "--out",
            demo.path().toString());
  }

  @Test
  void demo_meetsTheTruth_asFoundAndAfterTheAnswers() {
    assertThat(exitCode).as(out + "\n" + err).isZero();
    assertThat(out.toString())
        .contains("seed 20220413")
        .contains("2,117 of 161,569 (1.3 %)")
        .contains("the truth is met");
    assertThat(demo.truth()).isNotEmptyFile();
    assertThat(demo.outputs().resolve("2022-04-13-kafka/run-002/affected-parcels.xlsx"))
        .isNotEmptyFile();
  }

  @Test
  @Tag("kcat")
  void dba_seesWhatTheDocumentSays_typingItsCommands() throws Exception {
    DocumentWalk walk =
        DocumentWalk.of(Path.of("../docs/datafix.md"), "## A DBA's walk through a package");
    assertThat(walk.steps()).hasSizeGreaterThan(8);
    List<DocumentWalk.Step> afterTheDemo = walk.steps().subList(1, walk.steps().size());
    assertThat(walk.steps().get(0).typed()).isEqualTo("./run.sh demo --out demo-out\n");
    assertThat(new Typist(folder).type(new DocumentWalk(afterTheDemo))).isEmpty();
  }
}
