package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMainTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_teachesByExample() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("./run.sh demo --out").contains("20220413");
  }

  @Test
  void unknownOption_isAUsageError() {
    assertThat(run("--ouch")).isEqualTo(2);
    assertThat(err.toString()).contains("--ouch");
  }

  @Test
  void optionWithoutValue_isAUsageError() {
    assertThat(run("--out")).isEqualTo(2);
  }

  @Test
  void seedThatIsNoNumber_isAUsageError() {
    assertThat(run("--seed", "today")).isEqualTo(2);
    assertThat(err.toString()).contains("today");
  }

  @Test
  void folderOfSomethingElse_isLeftAlone() throws IOException {
    Path kept = Files.writeString(folder.resolve("thesis.txt"), "years of work");
    assertThat(run("--out", folder.toString())).isEqualTo(2);
    assertThat(kept).hasContent("years of work");
    assertThat(err.toString()).contains(folder.toString());
  }

  @Test
  void folderOfADemo_isReplaced() throws IOException {
    DemoFolder demo = new DemoFolder(folder.resolve("demo"));
    demo.prepare();
    Path old = Files.createDirectories(demo.outputs()).resolve("old");
    Files.writeString(old, "old");
    demo.prepare();
    assertThat(old).doesNotExist();
    assertThat(demo.path()).exists();
  }

  private int run(String... arguments) {
    return DemoMain.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
