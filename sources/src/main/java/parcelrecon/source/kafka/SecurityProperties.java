package parcelrecon.source.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.problem.DidYouMean;

/**
 * How a site may prove who it is, and whom it trusts. A list of what is harmless: Kafka's other
 * properties of this kind name classes to be loaded, commands to be run or addresses to be called.
 */
final class SecurityProperties {

  private static final String JAAS = "sasl.jaas.config";
  private static final String MECHANISM = "sasl.mechanism";

  /** Files; relative ones count from the configuration's folder. */
  private static final Set<String> LOCATIONS =
      Set.of("ssl.keystore.location", "ssl.truststore.location");

  static final Set<String> ALLOWED =
      Set.of(
          JAAS,
          MECHANISM,
          "sasl.kerberos.min.time.before.relogin",
          "sasl.kerberos.service.name",
          "sasl.kerberos.ticket.renew.jitter",
          "sasl.kerberos.ticket.renew.window.factor",
          "security.protocol",
          "ssl.cipher.suites",
          "ssl.enabled.protocols",
          "ssl.endpoint.identification.algorithm",
          "ssl.key.password",
          "ssl.keystore.certificate.chain",
          "ssl.keystore.key",
          "ssl.keystore.location",
          "ssl.keystore.password",
          "ssl.keystore.type",
          "ssl.protocol",
          "ssl.truststore.certificates",
          "ssl.truststore.location",
          "ssl.truststore.password",
          "ssl.truststore.type");

  private static final Set<String> MECHANISMS =
      Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI");

  /** A login module is a class that runs with what the site says; others could call anybody. */
  private static final Set<String> LOGIN_MODULES =
      Set.of(
          "org.apache.kafka.common.security.plain.PlainLoginModule",
          "org.apache.kafka.common.security.scram.ScramLoginModule",
          "com.sun.security.auth.module.Krb5LoginModule");

  private static final Pattern FIRST_WORD = Pattern.compile("\\s*([^\\s;]*)");
  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(jaas|password|secret|keystore\\.key).*");
  private static final Pattern SECRET_OPTION =
      Pattern.compile("(?i)(?:password|secret|token)\\w*\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\"]+))");

  private SecurityProperties() {}

  /** What is wrong with a value, in the words of a problem. */
  static Optional<String> refusal(String name, String value) {
    return switch (name) {
      case MECHANISM -> unknown(value, MECHANISMS, "\"" + value + "\"");
      case JAAS -> {
        Matcher module = FIRST_WORD.matcher(value);
        yield unknown(module.lookingAt() ? module.group(1) : "", LOGIN_MODULES, "login module");
      }
      default -> Optional.empty();
    };
  }

  private static Optional<String> unknown(String seen, Set<String> known, String what) {
    return known.contains(seen)
        ? Optional.empty()
        : Optional.of(
            what
                + " is not supported"
                + DidYouMean.question(seen, known)
                + ", expected one of "
                + String.join(", ", known.stream().sorted().toList()));
  }

  /** The properties with files where they are. */
  static Map<String, String> located(Map<String, String> site, Path base) {
    Map<String, String> located = new HashMap<>(site);
    LOCATIONS.forEach(
        name -> located.computeIfPresent(name, (key, file) -> base.resolve(file).toString()));
    return located;
  }

  /** A text without the secrets among the properties, whole or in part. */
  static String withoutSecrets(String text, Map<String, String> site) {
    String cleaned = text;
    for (Map.Entry<String, String> property : site.entrySet()) {
      if (SECRET_NAME.matcher(property.getKey()).matches()) {
        for (String secret : secrets(property.getValue())) {
          cleaned = cleaned.replace(secret, "***");
        }
      }
    }
    return cleaned;
  }

  private static List<String> secrets(String value) {
    List<String> secrets = new ArrayList<>(List.of(value));
    SECRET_OPTION
        .matcher(value)
        .results()
        .forEach(found -> secrets.add(found.group(1) == null ? found.group(2) : found.group(1)));
    secrets.removeIf(String::isEmpty);
    return secrets;
  }
}
