package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {

  @Test
  void notAllowed_namesWhatCouldLeaveATraceOrRunCode() {
    assertThat(
            ClientProperties.notAllowed(
                List.of(
                    "bootstrap.servers",
                    "sasl.jaas.config",
                    "ssl.truststore.location",
                    "isolation.level",
                    "group.id",
                    "enable.auto.commit",
                    "key.deserializer")))
        .containsExactly("enable.auto.commit", "group.id", "isolation.level", "key.deserializer");
  }

  @Test
  void consumer_neverCommitsNorJoins_whateverTheSiteSays() {
    Map<String, Object> properties =
        ClientProperties.ofConsumer(
            Map.of("enable.auto.commit", "true", "request.timeout.ms", "5000"),
            OptionalLong.empty());
    assertThat(properties)
        .containsEntry("enable.auto.commit", "false")
        .containsEntry("auto.offset.reset", "none")
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("request.timeout.ms", "5000")
        .doesNotContainKey("group.id");
  }

  @Test
  void message_holdsNoSecret() {
    assertThat(
            ClientProperties.withoutSecrets(
                "bad login user=\"me\" password=\"s3cret\" at broker:9092",
                Map.of(
                    "sasl.jaas.config", "user=\"me\" password=\"s3cret\"",
                    "ssl.key.password", "",
                    "bootstrap.servers", "broker:9092")))
        .isEqualTo("bad login *** at broker:9092");
  }
}
