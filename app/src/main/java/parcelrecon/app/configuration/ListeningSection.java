package parcelrecon.app.configuration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.Listening.Tls;

/** The keys of the {@code console} section that say how requests come in. */
record ListeningSection(Section section) {

  private static final int PORT_MAX = 65_535;

  /** What is no such literal would be looked up, by every command. */
  private static final Pattern ADDRESS =
      Pattern.compile("localhost|\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

  Listening read() {
    InetAddress address =
        section
            .value("address")
            .flatMap(
                value ->
                    value.parsed(
                        ListeningSection::literal,
                        "is no IP address",
                        "Write e.g. 127.0.0.1, or 0.0.0.0 for all of this machine's"))
            .orElseGet(InetAddress::getLoopbackAddress);
    return new Listening(
        address,
        section.value("port").flatMap(ListeningSection::port).orElse(Listening.STANDARD_PORT),
        section.value("trusted-proxy").flatMap(Value::truth).orElse(false),
        section.section("tls").flatMap(ListeningSection::tls));
  }

  private static InetAddress literal(String text) {
    try {
      return ADDRESS.matcher(text).matches() ? InetAddress.getByName(text) : null;
    } catch (UnknownHostException noAddress) {
      return null;
    }
  }

  private static Optional<Integer> port(Value value) {
    return value.parsed(
        text -> {
          int port = Integer.parseInt(text);
          return port >= 0 && port <= PORT_MAX ? port : null;
        },
        "is no port",
        "Write e.g. 8080");
  }

  private static Optional<Tls> tls(Section section) {
    Optional<Path> keystore =
        section.required("keystore", "keystore: console.p12").flatMap(Value::folder);
    Optional<String> password =
        section.required("password", "password: \"${KEYSTORE_PASSWORD}\"").flatMap(Value::text);
    section.end();
    return keystore
        .flatMap(file -> password.map(secret -> new Tls(file, secret)))
        .filter(tls -> canBeUsed(tls, section));
  }

  private static boolean canBeUsed(Tls tls, Section section) {
    String what = "holds no key";
    try {
      if (!Files.isRegularFile(tls.keystore())) {
        what = "is not there";
      } else {
        KeyStore store =
            KeyStore.getInstance(tls.keystore().toFile(), tls.password().toCharArray());
        for (String alias : Collections.list(store.aliases())) {
          if (store.isKeyEntry(alias)) {
            return true;
          }
        }
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      what = "cannot be opened with the password";
    }
    section.problemAt(
        "keystore",
        section.pathOf("keystore") + " names a store that " + what,
        "Write the path of a PKCS12 store with the server's key, and its password");
    return false;
  }
}
