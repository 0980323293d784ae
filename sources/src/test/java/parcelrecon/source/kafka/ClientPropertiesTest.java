package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPropertiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enable.auto.commit",
        "group.id",
        "group.instance.id",
        "isolation.level",
        "auto.offset.reset",
        "allow.auto.create.topics",
        "key.deserializer",
        "interceptor.classes",
        "metric.reporters",
        "config.providers",
        "security.providers",
        "sasl.client.callback.handler.class",
        "sasl.login.callback.handler.class",
        "sasl.login.class",
        "sasl.kerberos.kinit.cmd",
        "sasl.oauthbearer.jwt.retriever.class",
        "sasl.oauthbearer.token.endpoint.url",
        "sasl.oauthbearer.assertion.file",
        "ssl.engine.factory.class",
        "ssl.provider"
      })
  void refusal_meetsWhatCouldLeaveATraceRunCodeOrCallOthers(String name) {
    assertThat(ClientProperties.refusal(name, "x"))
        .hasValueSatisfying(what -> assertThat(what).contains("not allowed"));
  }

  @Test
  void refusal_meetsLoginModulesThatAreNotKafkasOrKerberos() {
    assertThat(jaas("org.apache.kafka.common.security.plain.PlainLoginModule required x=\"y\";"))
        .isNull();
    assertThat(jaas("\n com.sun.security.auth.module.Krb5LoginModule required;")).isNull();
    assertThat(jaas("com.sun.security.auth.module.JndiLoginModule required password=\"p\";"))
        .startsWith("login module is not supported")
        .contains("ScramLoginModule")
        .doesNotContain("\"p\"");
    assertThat(
            jaas("/* PlainLoginModule */ com.sun.security.auth.module.JndiLoginModule required;"))
        .isNotNull();
    assertThat(jaas("")).isNotNull();
  }

  private static String jaas(String value) {
    return ClientProperties.refusal("sasl.jaas.config", value).orElse(null);
  }

  @Test
  void refusal_meetsMechanismsThatWereNeverTried() {
    assertThat(ClientProperties.refusal("sasl.mechanism", "SCRAM-SHA-512")).isEmpty();
    assertThat(ClientProperties.refusal("sasl.mechanism", "OAUTHBEARER"))
        .hasValue(
            "\"OAUTHBEARER\" is not supported, expected one of GSSAPI, PLAIN, SCRAM-SHA-256,"
                + " SCRAM-SHA-512");
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
  void fetches_areAQuarterOfTheRate_whenThereIsOne() {
    Map<String, String> site = Map.of("fetch.max.bytes", "50000000");
    assertThat(ClientProperties.ofConsumer(site, OptionalLong.of(100_000)))
        .containsEntry("fetch.max.bytes", 25_000)
        .containsEntry("max.partition.fetch.bytes", 25_000);
    assertThat(ClientProperties.ofConsumer(site, OptionalLong.of(100_000_000)))
        .containsEntry("fetch.max.bytes", 1 << 20);
  }

  @Test
  void files_countFromTheConfigurationsFolder() {
    assertThat(
            SecurityProperties.located(
                Map.of(
                    "ssl.truststore.location", "tls/trust.p12",
                    "ssl.keystore.location", "/etc/key.p12",
                    "ssl.truststore.type", "PKCS12"),
                Path.of("/site")))
        .containsEntry("ssl.truststore.location", "/site/tls/trust.p12")
        .containsEntry("ssl.keystore.location", "/etc/key.p12")
        .containsEntry("ssl.truststore.type", "PKCS12");
  }

  @Test
  void message_holdsNoSecret_wholeOrInPart() {
    Map<String, String> site =
        Map.of(
            "sasl.jaas.config", "Module required username=\"me\" password=\"s3cret\" token=abc;",
            "ssl.key.password", "",
            "ssl.keystore.key", "-----BEGIN",
            "bootstrap.servers", "broker:9092");
    assertThat(
            SecurityProperties.withoutSecrets(
                "bad login me/s3cret (abc) -----BEGIN at broker:9092", site))
        .isEqualTo("bad login me/*** (***) *** at broker:9092");
    assertThat(SecurityProperties.withoutSecrets("x " + site.get("sasl.jaas.config"), site))
        .isEqualTo("x ***");
  }
}
