package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

/** A broker that asks who we are, shows who it is, and does not permit everything. */
@Timeout(60)
class SecuredBrokerTest {

  private static final String READER = "reader-pass-1";
  private static final String WRONG = "wrong-pass-1";

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaSite site;
  private static String saslAddress;
  private static String sslAddress;

  @BeforeAll
  static void startBroker() throws IOException {
    new Certificates(folder).make("broker", "client", "stranger");
    saslAddress = freeAddress();
    sslAddress = freeAddress();
    Map<String, String> settings = new HashMap<>();
    settings.put("listeners", "SASL_SSL://" + saslAddress + ",SSL://" + sslAddress);
    settings.put("ssl.keystore.location", folder.resolve("broker.p12").toString());
    settings.put("ssl.keystore.password", Certificates.PASSWORD);
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", folder.resolve("client.pem").toString());
    settings.put("listener.name.ssl.ssl.client.auth", "required");
    settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    settings.put(
        "listener.name.sasl_ssl.plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required user_reader=\""
            + READER
            + "\" user_nobody=\""
            + READER
            + "\";");
    settings.put(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS;User:CN=client");
    broker = KafkaBroker.start(folder.resolve("broker"), settings);
    site = KafkaSite.on(broker, 1);
    site.send(0, KafkaSite.NOON, "P1").flush();
    permit();
  }

  /** All that a reader needs: no writing, no group of its own. */
  private static void permit() {
    site.asked(
        admin ->
            admin
                .alterUserScramCredentials(
                    List.of(
                        new UserScramCredentialUpsertion(
                            "reader",
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                            READER)))
                .all());
    site.asked(
        admin ->
            admin
                .createAcls(
                    List.of(
                        allowed(ResourceType.TOPIC, site.topic(), AclOperation.READ),
                        allowed(ResourceType.TOPIC, site.topic(), AclOperation.DESCRIBE_CONFIGS),
                        allowed(ResourceType.GROUP, "fms-celery-id", AclOperation.DESCRIBE)))
                .all());
  }

  private static AclBinding allowed(ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry("User:reader", "*", operation, AclPermissionType.ALLOW));
  }

  private static AclBindingFilter describingConfigurations() {
    return allowed(ResourceType.TOPIC, site.topic(), AclOperation.DESCRIBE_CONFIGS).toFilter();
  }

  private static String freeAddress() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + free.getLocalPort();
    }
  }

  @AfterAll
  static void stopBroker() {
    site.close();
    broker.close();
  }

  /** The topic as its reader reaches it. */
  private static KafkaSite secured(String mechanism, String module, String user, String password) {
    return site.again()
        .at(folder)
        .watching("fms-celery-id")
        .client("bootstrap.servers", saslAddress)
        .client("security.protocol", "SASL_SSL")
        .client("sasl.mechanism", mechanism)
        .client(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                .formatted(module, user, password))
        .client("ssl.truststore.type", "PEM")
        .client("ssl.truststore.location", "broker.pem");
  }

  private static KafkaSite plain(String user, String password) {
    return secured("PLAIN", "plain.PlainLoginModule", user, password);
  }

  @Test
  void topic_isRead_byPlainAndScram_withNoMoreRightsThanNeeded() {
    try (KafkaSite plain = plain("reader", READER);
        KafkaSite scram = secured("SCRAM-SHA-512", "scram.ScramLoginModule", "reader", READER)) {
      assertThat(plain.readAll().parcels()).containsExactly("P1");
      assertThat(scram.readAll().parcels()).containsExactly("P1");
    }
  }

  @Test
  void topic_isRead_byCertificate_andByTrustWrittenOut() throws IOException {
    try (KafkaSite byCertificate = byCertificate("client")) {
      byCertificate.client(
          "ssl.truststore.certificates", Files.readString(folder.resolve("broker.pem")));
      assertThat(byCertificate.readAll().parcels()).containsExactly("P1");
    }
  }

  private static KafkaSite byCertificate(String name) {
    return site.again()
        .at(folder)
        .client("bootstrap.servers", sslAddress)
        .client("security.protocol", "SSL")
        .client("ssl.keystore.location", name + ".p12")
        .client("ssl.keystore.password", Certificates.PASSWORD)
        .client("ssl.truststore.type", "PEM");
  }

  @Test
  void wrongPassword_isTold_andNotShown() {
    assertProblem(plain("reader", WRONG), ExitCode.UNREACHABLE)
        .contains("Invalid username or password", "Check user, password and certificates");
    assertProblem(
            secured("SCRAM-SHA-512", "scram.ScramLoginModule", "reader", WRONG),
            ExitCode.UNREACHABLE)
        .contains("invalid credentials");
  }

  @Test
  void untrustedCertificate_isTold() {
    assertProblem(
            plain("reader", READER).client("ssl.truststore.location", "stranger.pem"),
            ExitCode.UNREACHABLE)
        .contains("SSL handshake failed", "unable to find valid certification path");
  }

  @Test
  void certificateNobodyTrusts_isTold() {
    assertProblem(
            byCertificate("stranger").client("ssl.truststore.location", "broker.pem"),
            ExitCode.UNREACHABLE)
        .contains("Check user, password and certificates");
  }

  @Test
  void missingPermission_isTold_withWhatIsNeeded() {
    assertProblem(plain("nobody", READER), ExitCode.UNREACHABLE)
        .contains("has no topic " + site.topic(), "the permission to see them");
    site.asked(admin -> admin.deleteAcls(List.of(describingConfigurations())).all());
    assertProblem(plain("reader", READER), ExitCode.UNREACHABLE)
        .contains("Topic authorization failed", "DESCRIBE_CONFIGS on the topics");
    permit();
    assertProblem(plain("reader", READER).watching("not-ours"), ExitCode.UNREACHABLE)
        .contains("does not permit it (group not-ours)", "DESCRIBE on watched groups");
  }

  @Test
  void storeThatCannotBeOpened_isTold_andItsPasswordIsNotShown() {
    assertProblem(
            plain("reader", READER).client("ssl.truststore.location", "nowhere.pem"),
            ExitCode.UNREACHABLE)
        .contains("file " + folder.resolve("nowhere.pem") + " is not there");
    assertProblem(
            byCertificate("client").client("ssl.keystore.password", WRONG), ExitCode.CONFIGURATION)
        .contains("client.p12", "password was incorrect");
  }

  @Test
  void login_isRefused_whenItHasTwoModulesOrIsNoLogin() {
    String module = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    String second = " com.sun.security.auth.module.JndiLoginModule required;";
    assertProblem(
            plain("reader", READER)
                .client("sasl.jaas.config", module + " password=\"" + READER + "\";" + second),
            ExitCode.CONFIGURATION)
        .contains("2 login modules");
    assertProblem(
            plain("reader", READER).client("sasl.jaas.config", module + " password=" + READER),
            ExitCode.CONFIGURATION)
        .contains("sources.events: ");
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertProblem(
      KafkaSite reader, ExitCode exitCode) {
    try (reader) {
      ProblemException problem = catchThrowableOfType(ProblemException.class, reader::plan);
      assertThat(problem.exitCode()).isEqualTo(exitCode);
      return assertThat(problem.getMessage())
          .doesNotContain(READER, WRONG, Certificates.PASSWORD, "null");
    }
  }
}
