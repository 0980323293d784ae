package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Incident.Claim;
import parcelrecon.model.Incident.Phase;
import parcelrecon.model.Verdict;
import parcelrecon.problem.ProblemException;

class IncidentFileTest {

  private static final String WHOLE =
      """
      id: 2022-04-13-kafka
      title: Kafka cluster down
      window: { from: 2022-04-13T19:33, to: 2022-04-13T20:22 }
      times: { happened: 2022-04-13T19:33, noticed: 2022-04-13T19:36, recovered: 2022-04-13T20:22 }
      phases:
        - { name: counters time out, from: 2022-04-13T19:42, to: 2022-04-13T19:44, counter: failing }
        - { name: Kafka off, label: switched over, from: 2022-04-13T19:43, to: 2022-04-13T20:22, events: off }
      claims:
        - { said: "only a display problem", at: 2022-04-13T20:41, true-when: [HANDED_OVER] }
      """;

  @TempDir Path folder;
  private SiteFolder site;
  private final Problems problems = new Problems();

  @BeforeEach
  void site() {
    site = new SiteFolder(folder);
  }

  private IncidentFile read(String yaml) {
    site.with("incident.yaml", yaml);
    return IncidentFile.read(
            site.path("incident.yaml"), ZoneId.of("Asia/Taipei"), site.environment(), problems)
        .orElseThrow();
  }

  private static Instant at(String time) {
    return Instant.parse("2022-04-13T" + time + ":00Z");
  }

  @Test
  void incident_hasAllItsParts_whenAllKeysAreSet() {
    IncidentFile incident = read(WHOLE);
    assertThat(problems.isEmpty()).isTrue();
    assertThat(incident.id()).isEqualTo("2022-04-13-kafka");
    assertThat(incident.window().from()).contains(at("11:33"));
    assertThat(incident.times().noticed()).contains(at("11:36"));
    assertThat(incident.times().restarted()).isEmpty();
    assertThat(incident.phases())
        .containsExactly(
            new Phase(
                "counters time out", "counters time out", at("11:42"), at("11:44"), true, false),
            new Phase("Kafka off", "switched over", at("11:43"), at("12:22"), false, true));
    assertThat(incident.claims())
        .containsExactly(
            new Claim(
                "only a display problem", Optional.of(at("12:41")), List.of(Verdict.HANDED_OVER)));
  }

  @Test
  void problems_areToldWithTheirLines_whenTheFileHasSeveral() {
    read(
        """
        id: a/b
        window: { form: 2022-04-13T20:22, to: 2022-04-13T19:33 }
        phases:
          - { name: x, from: 2022-04-13T19:42, counter: broken }
        claims:
          - { said: a, true-when: [HANDEDOVER] }
        tittle: x
        """);
    ProblemException told = catchThrowableOfType(ProblemException.class, problems::throwIfAny);
    assertThat(told.problems().stream().map(site::text))
        .anySatisfy(text -> assertThat(text).startsWith("incident.yaml:1: id \"a/b\" cannot name"))
        .anySatisfy(
            text ->
                assertThat(text).contains(":2: unknown key window.form, expected one of from, to"))
        .anySatisfy(text -> assertThat(text).contains(":4: phases[1].to is missing"))
        .anySatisfy(text -> assertThat(text).contains("phases[1].counter is \"broken\""))
        .anySatisfy(text -> assertThat(text).contains("did you mean \"HANDED_OVER\"?"))
        .anySatisfy(text -> assertThat(text).contains(":7: unknown key tittle, did you mean"))
        .hasSize(6);
  }
}
