package parcelrecon.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.server.PostgresServer;
import parcelrecon.site.Readme.Step;
import parcelrecon.site.Readme.Type;
import parcelrecon.site.Readme.Write;

/** What README.md promises a newcomer with data of his own, done to the letter. */
class ReadmeTest {

  private static final String HEADING = "Your own data in ten minutes";
  private static final Map<String, String> PASSWORD = Map.of("OUTBOUND_PASSWORD", "CHANGE-ME");

  private static final String SETTLEMENT =
      """
      批次,流水號,物流單號,金額,付款時間,狀態
      B1,000001,P2,300,2022/04/13 19:42:12,成功
      """;

  @TempDir Path folder;

  private PostgresServer server;
  private String url;

  @BeforeEach
  void makeTheNetwork() throws Exception {
    server = PostgresServer.start();
    url = server.newDatabase();
    try (Connection owner = PostgresServer.connect(url)) {
      Tables.make(owner, "timestamp");
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void newcomer_hasTheOutputs_whenDoingWhatThePageSays() throws Exception {
    List<Step> steps = Readme.steps(HEADING);
    assertThat(steps).hasSizeGreaterThan(5);
    for (Step step : steps) {
      if (step instanceof Write write) {
        Path file = folder.resolve(write.file());
        Files.createDirectories(file.getParent());
        Files.writeString(
            file, write.text().replace("jdbc:postgresql://127.0.0.1:5432/network", url));
      } else if (step instanceof Type type) {
        type(type);
      }
    }
    Path outputs = folder.resolve("out/2022-04-13-kafka/run-001");
    assertThat(outputs.resolve("affected-parcels.xlsx")).isNotEmptyFile();
    assertThat(outputs.resolve("statement.md")).isNotEmptyFile();
    assertThat(outputs.resolve("mismatches.csv"))
        .content()
        .contains("P1,SHOWN_AS_FAILED")
        .contains("P1,UNCOLLECTED")
        .doesNotContain("P2,");
  }

  /** The DBA and the till do their part once the files are there. */
  private void type(Type type) throws Exception {
    TypedCommand command = TypedCommand.in(folder, PASSWORD, type.command().split(" +"));
    assertThat(command.exitCode()).as(type.command() + "\n" + command.said()).isZero();
    if (type.command().startsWith("init")) {
      Path site = folder.resolve("my-site");
      try (Connection owner = PostgresServer.connect(url)) {
        Tables.makeReader(owner, Files.readString(site.resolve("sql/postgresql/account.sql")));
      }
      Files.createDirectories(site.resolve("settlement"));
      Files.writeString(site.resolve("settlement/2022-04-13.csv"), SETTLEMENT);
    }
  }
}
