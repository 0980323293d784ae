package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.Listening.Tls;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.site.ConsoleSettings;

/** How browsers get here: by TLS, or through a proxy that speaks it. */
class TransportTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  private ConsoleUnderTest console(boolean trustedProxy, Optional<Tls> tls) {
    return new ConsoleUnderTest(
        folder,
        new ConsoleSettings(
            new Listening(ConsoleUnderTest.HERE.address(), 0, trustedProxy, tls),
            SignSettings.of(ConsoleUnderTest.oneUserForEachRole())));
  }

  private Path keystore() throws Exception {
    Path store = folder.resolve("console.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-alias",
                "console",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }

  private static HttpClient trusting(Path keystore) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      trusted.load(in, PASSWORD.toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("console", trusted.getCertificate("console"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void pages_areServedByTls_withCookiesForTlsOnly() throws Exception {
    Path keystore = keystore();
    try (ConsoleUnderTest console = console(false, Optional.of(new Tls(keystore, PASSWORD)))) {
      URI page = console.at("/sign-in");
      assertThat(page.getScheme()).isEqualTo("https");
      HttpResponse<String> answer =
          trusting(keystore).send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .matches("__Host-console-0=\\w+; Path=/; Secure; HttpOnly; SameSite=Lax");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(new Wire(page).status("GET", "/sign-in")).isNotEqualTo(200);
    }
  }

  @Test
  void proxy_isBelieved_whenTheConfigurationSaysSo() {
    try (ConsoleUnderTest console = console(true, Optional.empty())) {
      String answer =
          new Wire(console.at("/"))
              .ask(
                  "GET /sign-in HTTP/1.1",
                  "Host: recon.example.com",
                  "X-Forwarded-Proto: https",
                  "X-Forwarded-For: 203.0.113.7");
      assertThat(Wire.statusOf(answer)).isEqualTo(200);
      assertThat(answer)
          .contains("Set-Cookie: __Host-console-0=", "Secure", "Strict-Transport-Security");
    }
  }

  @Test
  void failures_areCountedByTheAddressBehindTheProxy() {
    try (ConsoleUnderTest console = console(true, Optional.empty())) {
      Wire wire = new Wire(console.at("/"));
      String form = "username=nobody%d&password=wrong";
      for (int each = 0; each < 31; each++) {
        post(wire, "203.0.113.7", form.formatted(each));
      }
      assertThat(post(wire, "203.0.113.7", form.formatted(99))).contains("/sign-in?wait");
      assertThat(post(wire, "203.0.113.8", form.formatted(99))).contains("/sign-in?error");
    }
  }

  /** With a session of its own for each. */
  private static String post(Wire wire, String address, String form) {
    String page =
        wire.ask("GET /sign-in HTTP/1.1", "Host: recon.example.com", "X-Forwarded-Proto: https");
    String cookie = page.replaceAll("(?s).*Set-Cookie: ([^;]*);.*", "$1");
    String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    String body = form + "&_csrf=" + csrf;
    return wire.send(
        String.join(
            "\r\n",
            "POST /sign-in HTTP/1.1",
            "Host: recon.example.com",
            "X-Forwarded-Proto: https",
            "X-Forwarded-For: " + address,
            "Cookie: " + cookie,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length(),
            "Connection: close",
            "",
            body));
  }
}
