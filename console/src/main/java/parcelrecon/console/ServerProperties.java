package parcelrecon.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import parcelrecon.console.sign.Listening;

/** How the web server behaves towards whoever connects, friend or not. */
final class ServerProperties {

  /** Nothing comes in for so long: the connection is closed. */
  static final Duration SILENCE_MAX = Duration.ofSeconds(10);

  /** Of a session in which nobody has signed in yet. */
  private static final Duration NOBODY_IDLE_MAX = Duration.ofMinutes(10);

  private static final Duration CLOSING_MAX = Duration.ofSeconds(20);

  private static final int CONNECTIONS_MAX = 1_000;
  private static final int THREADS_MAX = 50;
  private static final int WAITING_MAX = 100;

  /** Fields of one form. */
  private static final int PARAMETERS_MAX = 2_000;

  private static final String FORM_MAX = "512KB";

  /** Forms with a file; FormSize refuses larger ones before. */
  private static final String UPLOAD_MAX = "32MB";

  /**
   * What is refused is read to its end so far: a browser shows no page while it still sends. What
   * is larger is told by the end of the connection.
   */
  private static final String REFUSED_MAX = "128MB";

  private static final String HEADERS_MAX = "16KB";

  private ServerProperties() {}

  static Map<String, Object> of(Listening listening) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", listening.address().getHostAddress());
    properties.put("server.port", listening.port());
    properties.put("server.shutdown", "graceful");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", CLOSING_MAX);
    properties.put("server.error.include-message", "never");
    properties.put("server.error.include-stacktrace", "never");
    properties.put("server.error.whitelabel.enabled", false);
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.thymeleaf.encoding", "UTF-8");
    limits(properties);
    session(listening, properties);
    if (listening.trustedProxy()) {
      properties.put("server.forward-headers-strategy", "native");
    }
    listening.tls().ifPresent(tls -> tls(tls, properties));
    return properties;
  }

  private static void limits(Map<String, Object> properties) {
    properties.put("server.tomcat.connection-timeout", SILENCE_MAX);
    properties.put("server.tomcat.max-connections", CONNECTIONS_MAX);
    properties.put("server.tomcat.accept-count", WAITING_MAX);
    properties.put("server.tomcat.threads.max", THREADS_MAX);
    properties.put("server.tomcat.max-http-form-post-size", FORM_MAX);
    properties.put("server.tomcat.max-swallow-size", REFUSED_MAX);
    properties.put("spring.servlet.multipart.max-file-size", UPLOAD_MAX);
    properties.put("spring.servlet.multipart.max-request-size", UPLOAD_MAX);
    // Else the page that tells of a refused form would read the form once more, and fail.
    properties.put("spring.servlet.multipart.resolve-lazily", true);
    properties.put("server.tomcat.max-parameter-count", PARAMETERS_MAX);
    properties.put("server.max-http-request-header-size", HEADERS_MAX);
    properties.put("server.tomcat.use-relative-redirects", true);
  }

  /** Browsers keep cookies by host, not by port: two consoles on a machine must not share one. */
  private static void session(Listening listening, Map<String, Object> properties) {
    String name = "console-" + listening.port();
    properties.put(
        "server.servlet.session.cookie.name", listening.isSecure() ? "__Host-" + name : name);
    properties.put("server.servlet.session.cookie.path", "/");
    properties.put("server.servlet.session.cookie.secure", listening.isSecure());
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.servlet.session.timeout", NOBODY_IDLE_MAX);
  }

  private static void tls(Listening.Tls tls, Map<String, Object> properties) {
    properties.put("server.ssl.key-store", tls.keystore().toUri().toString());
    properties.put("server.ssl.key-store-password", tls.password());
    properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
  }
}
