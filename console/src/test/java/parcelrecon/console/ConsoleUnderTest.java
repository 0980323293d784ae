package parcelrecon.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.sign.SignSettings.KnownUser;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;

/** A console on a free port with a results database of its own, and browsers to ask it. */
final class ConsoleUnderTest implements AutoCloseable {

  static final String PASSWORD = "right horse";

  static final Listening HERE = Listening.STANDARD.withPort(0);

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ResultsDatabase database;
  private final ConsoleServer server;

  ConsoleUnderTest(Path folder) {
    this(folder, new NoSources(folder));
  }

  ConsoleUnderTest(Path folder, ConsoleSettings settings) {
    this(folder, settings, new NoSources(folder));
  }

  /** One user for each role, named after it in lower case. */
  ConsoleUnderTest(Path folder, ConsoleSite site) {
    this(folder, new ConsoleSettings(HERE, SignSettings.of(oneUserForEachRole())), site);
  }

  private ConsoleUnderTest(Path folder, ConsoleSettings settings, ConsoleSite site) {
    this.database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
    this.server = ConsoleServer.start(settings, site, database);
  }

  static List<KnownUser> oneUserForEachRole() {
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    return Stream.of(Role.values())
        .map(role -> new KnownUser(role.name().toLowerCase(), hash, EnumSet.of(role)))
        .toList();
  }

  ConsoleServer server() {
    return server;
  }

  ResultsDatabase database() {
    return database;
  }

  /** Actor, action and detail of every entry of the audit, in order. */
  List<String> audit() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select actor || ' ' || action || ' ' || detail from audit_entry order by"
                            + " entry_no")
                    .mapTo(String.class)
                    .list());
  }

  URI at(String path) {
    return server.address().resolve(path);
  }

  /** A browser that nobody has signed in with. */
  Browser browser() {
    return new Browser();
  }

  /** A client that keeps no cookie. */
  Raw fresh() {
    return new Raw();
  }

  Browser signedIn(Role role) {
    return signedIn(role.name().toLowerCase());
  }

  Browser signedIn(String name) {
    Browser browser = browser();
    browser.post(
        "/sign-in", Map.of("username", name, "password", PASSWORD), browser.csrf("/sign-in"));
    return browser;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }

  /** Keeps cookies, follows no redirect by itself. */
  final class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String path) {
      return send(request(path).build());
    }

    HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(at(path));
    }

    /** The value of the session's cookie. */
    String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().startsWith("console"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElseThrow();
    }

    /** The bytes of a download. */
    HttpResponse<byte[]> download(String path) {
      return answer(client, HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray());
    }

    /** What forbids forged requests, as the page has it. */
    String csrf(String path) {
      Matcher token = CSRF.matcher(get(path).body());
      if (!token.find()) {
        throw new AssertionError(path + " has no token");
      }
      return token.group(1);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String csrf) {
      return send(form(path, fields, csrf).build());
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields, String csrf) {
      String body =
          Stream.concat(
                  fields.entrySet().stream().map(field -> pair(field.getKey(), field.getValue())),
                  Stream.of(pair("_csrf", csrf)))
              .collect(Collectors.joining("&"));
      return HttpRequest.newBuilder(at(path))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(body));
    }

    /** As htmx sends a form. */
    HttpResponse<String> swap(String path, Map<String, String> fields, String csrf) {
      return send(form(path, fields, csrf).header("HX-Request", "true").build());
    }

    /** A file with a form. */
    HttpResponse<String> upload(String path, String name, byte[] bytes, String csrf) {
      String part = "--cut\r\nContent-Disposition: form-data; name=\"";
      byte[] head =
          (part + "_csrf\"\r\n\r\n" + csrf + "\r\n" + part + "file\"; filename=\"")
              .concat(name.replace("\\", "\\\\"))
              .concat("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8);
      byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
      return send(
          HttpRequest.newBuilder(at(path))
              .header("Content-Type", "multipart/form-data; boundary=cut")
              .POST(
                  BodyPublishers.fromPublisher(
                      BodyPublishers.ofByteArrays(List.of(head, bytes, tail)),
                      head.length + bytes.length + tail.length))
              .build());
    }

    private String pair(String name, String value) {
      return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    HttpResponse<String> send(HttpRequest request) {
      return answer(client, request);
    }
  }

  /** Sends what it is told, and keeps nothing. */
  final class Raw {
    private final HttpClient client = HttpClient.newHttpClient();

    HttpRequest.Builder with(String path, String cookie) {
      return HttpRequest.newBuilder(at(path)).header("Cookie", cookie);
    }

    HttpResponse<String> send(HttpRequest request) {
      return answer(client, request);
    }
  }

  private static HttpResponse<String> answer(HttpClient client, HttpRequest request) {
    return answer(client, request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> answer(
      HttpClient client, HttpRequest request, BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private record NoSources(Path folder) implements TaipeiSite {
    @Override
    public Site site(Incident incident) {
      throw new UnsupportedOperationException("has no sources");
    }
  }
}
