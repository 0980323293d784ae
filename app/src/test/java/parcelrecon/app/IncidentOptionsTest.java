package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.model.Incident;
import picocli.CommandLine;

/** Which incident and window a command line means. */
class IncidentOptionsTest {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private static final String FILE =
      """
      id: kafka
      title: Kafka cluster down
      market: HK
      window: { from: 2022-04-13T19:33, to: 2022-04-13T20:22 }
      times: { noticed: 2022-04-13T19:36 }
      """;

  @TempDir Path folder;

  private Incident read(String... arguments) {
    IncidentOptions options = new IncidentOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("incident", mixin(options)))
        .parseArgs(arguments);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console = new Console(nowhere, nowhere, name -> Optional.empty(), false);
    Problems problems = new Problems();
    Optional<Incident> incident = options.read(console, TAIPEI, "TW", problems);
    problems.throwIfAny();
    return incident.orElseThrow();
  }

  private static CommandLine.Model.CommandSpec mixin(IncidentOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  private String file() {
    return new SiteFolder(folder).with("incident.yaml", FILE).path("incident.yaml").toString();
  }

  @Test
  void incident_isTheFiles_whenNothingOverridesIt() {
    Incident incident = read("--incident", file());
    assertThat(incident.id()).isEqualTo("kafka");
    assertThat(incident.title()).isEqualTo("Kafka cluster down");
    assertThat(incident.market()).isEqualTo("HK");
    assertThat(incident.window().from()).isEqualTo("2022-04-13T11:33:00Z");
    assertThat(incident.window().to()).isEqualTo("2022-04-13T12:22:00Z");
    assertThat(incident.window().zone()).isEqualTo(TAIPEI);
    assertThat(incident.times().noticed()).contains(Instant.parse("2022-04-13T11:36:00Z"));
  }

  @Test
  void commandLine_overridesTheFile_whenBothSayIt() {
    Incident incident =
        read("--incident", file(), "--to", "2022-04-13T13:00Z", "--title", "Another title");
    assertThat(incident.title()).isEqualTo("Another title");
    assertThat(incident.window().from()).isEqualTo("2022-04-13T11:33:00Z");
    assertThat(incident.window().to()).isEqualTo("2022-04-13T13:00:00Z");
    assertThat(read("--incident", file(), "--all").window().isAll()).isTrue();
  }

  @Test
  void plainId_hasTheSitesMarketAndNoPhases_whenNoFileIsNamed() {
    Incident incident =
        read("--incident", "i", "--from", "2022-04-13T19:33", "--to", "2022-04-13T20:22");
    assertThat(incident.id()).isEqualTo("i");
    assertThat(incident.title()).isEmpty();
    assertThat(incident.market()).isEqualTo("TW");
    assertThat(incident.phases()).isEmpty();
    assertThat(incident.claims()).isEmpty();
  }
}
