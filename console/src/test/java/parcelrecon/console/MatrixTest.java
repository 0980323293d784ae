package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Anybody;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.sign.SignSettings.KnownUser;
import parcelrecon.console.site.ConsoleSettings;

/**
 * Every handler as everybody: what the table of this test says, written by hand, is what the server
 * does.
 */
class MatrixTest {

  /** Method, path, and who may: roles, or anybody. */
  private static final String TABLE =
      """
      GET  /                                 | ops bpm finance approver admin
      GET  /runs/new                         | ops admin
      POST /runs/check                       | ops admin
      POST /runs                             | ops admin
      GET  /runs/{}                          | ops bpm finance approver admin
      GET  /runs/{}/progress                 | ops bpm finance approver admin
      POST /runs/{}/stop                     | ops admin
      POST /runs/{}/resume                   | ops admin
      POST /runs/{}/recheck                  | ops admin
      GET  /runs/{}/files                    | ops bpm finance approver
      GET  /runs/{}/files/{}                 | ops bpm finance approver
      POST /runs/{}/reviews                  | finance
      GET  /sign-in                          | anybody
      POST /sign-in/link                     | anybody
      POST /language                         | anybody
      GET  /audit                            | admin
      POST /audit/verify                     | admin
      GET  /audit/download                   | admin
      GET  /health                           | anybody
      GET  /health/live                      | anybody
      GET  /metrics                          | ops admin
      GET  /runs/{}/parcels                  | ops bpm finance approver
      GET  /runs/{}/parcels/progress         | ops bpm finance approver
      GET  /runs/{}/parcels/download         | ops bpm finance approver
      GET  /runs/{}/parcel                   | ops bpm finance approver
      GET  /runs/{}/diff                     | ops bpm finance approver
      GET  /incidents                        | ops bpm finance approver admin
      POST /incidents/close                  | ops finance
      POST /incidents/open                   | ops finance
      GET  /incidents/pack                   | ops bpm finance approver
      GET  /runs/{}/calls                    | ops bpm finance approver
      POST /runs/{}/answers                  | bpm
      GET  /runs/{}/upload                   | bpm
      POST /runs/{}/upload                   | bpm
      POST /runs/{}/upload/confirm           | bpm
      GET  /runs/{}/packages                 | ops bpm finance approver
      POST /runs/{}/packages                 | finance
      GET  /packages/{}                      | ops bpm finance approver
      POST /packages/{}/approve              | approver
      POST /packages/{}/refuse               | approver
      GET  /packages/{}/download             | ops finance approver
      GET  /schedules                        | ops bpm finance approver admin
      GET  /schedules/{}                     | ops bpm finance approver admin
      POST /schedules/{}/pause               | ops admin
      POST /schedules/{}/resume              | ops admin
      POST /schedules/{}/judge               | ops admin
      """;

  /** Asked with any method, when something went wrong. */
  private static final String ERROR = "* /error";

  record Row(String method, String path, boolean anybody, Set<Role> roles) {

    static Row of(String line) {
      String[] parts = line.split("\\|");
      String[] endpoint = parts[0].strip().split("\\s+");
      String who = parts[1].strip();
      boolean anybody = who.equals("anybody");
      Set<Role> roles = EnumSet.noneOf(Role.class);
      if (!anybody) {
        Stream.of(who.split("\\s+")).forEach(role -> roles.add(Role.valueOf(role.toUpperCase())));
      }
      return new Row(endpoint[0], endpoint[1], anybody, roles);
    }

    String endpoint() {
      return method + " " + path;
    }

    boolean allows(Set<Role> some) {
      return anybody || some.stream().anyMatch(roles::contains);
    }

    @Override
    public String toString() {
      return endpoint();
    }
  }

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static final Map<Role, Browser> SIGNED_IN = new EnumMap<>(Role.class);
  private static Browser both;
  private static Browser nobody;

  @BeforeAll
  static void start() {
    List<KnownUser> users = new ArrayList<>(ConsoleUnderTest.oneUserForEachRole());
    String hash = users.get(0).passwordHash();
    users.add(new KnownUser("both", hash, EnumSet.of(Role.BPM, Role.APPROVER)));
    console =
        new ConsoleUnderTest(
            folder, new ConsoleSettings(ConsoleUnderTest.HERE, SignSettings.of(users)));
    for (Role role : Role.values()) {
      SIGNED_IN.put(role, console.signedIn(role));
    }
    both = console.signedIn("both");
    nobody = console.browser();
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  static List<Row> rows() {
    return TABLE.lines().map(Row::of).toList();
  }

  /** By method and path; names of path variables are left out. */
  private static Map<String, HandlerMethod> handlers() {
    Map<String, HandlerMethod> handlers = new TreeMap<>();
    RequestMappingHandlerMapping mapping =
        console.server().context().getBean(RequestMappingHandlerMapping.class);
    for (Map.Entry<RequestMappingInfo, HandlerMethod> each :
        mapping.getHandlerMethods().entrySet()) {
      Set<RequestMethod> methods = each.getKey().getMethodsCondition().getMethods();
      for (String path : each.getKey().getPatternValues()) {
        String plain = path.replaceAll("\\{[^}]*}", "{}");
        if (methods.isEmpty()) {
          handlers.put("* " + plain, each.getValue());
        }
        methods.forEach(method -> handlers.put(method + " " + plain, each.getValue()));
      }
    }
    return handlers;
  }

  @Test
  void everyHandler_hasARow_andEveryRowAHandler() {
    Set<String> expected = rows().stream().map(Row::endpoint).collect(Collectors.toSet());
    expected.add(ERROR);
    assertThat(new TreeSet<>(handlers().keySet())).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyHandler_saysWhoMayCallIt() {
    assertThat(handlers())
        .allSatisfy(
            (endpoint, handler) ->
                assertThat(
                        handler.hasMethodAnnotation(Allowed.class)
                            ^ handler.hasMethodAnnotation(Anybody.class))
                    .as(endpoint)
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endpoint_isForItsRolesOnly(Row row) {
    SIGNED_IN.forEach(
        (role, browser) ->
            assertThat(isLetIn(ask(browser, row)))
                .as(row + " as " + role)
                .isEqualTo(row.allows(EnumSet.of(role))));
    assertThat(isLetIn(ask(both, row)))
        .as(row + " as bpm and approver")
        .isEqualTo(row.allows(EnumSet.of(Role.BPM, Role.APPROVER)));
    assertThat(isLetIn(ask(nobody, row))).as(row + " as nobody").isEqualTo(row.anybody());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endpoint_takesNoForgedForm(Row row) {
    if (row.method().equals("POST")) {
      for (Browser browser : SIGNED_IN.values()) {
        assertThat(browser.send(request(browser, row, "forged")).statusCode()).isEqualTo(403);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endpoint_takesItsOwnMethodOnly(Row row) {
    Browser admin = SIGNED_IN.get(Role.ADMIN);
    String path = path(row);
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
      HttpRequest other = admin.request(path).method(method, BodyPublishers.noBody()).build();
      assertThat(admin.send(other).statusCode()).as(method).isIn(400, 403, 405);
    }
  }

  private static HttpResponse<String> ask(Browser browser, Row row) {
    return browser.send(request(browser, row, row.method().equals("POST") ? token(browser) : ""));
  }

  private static String token(Browser browser) {
    return browser.csrf(browser == nobody ? "/sign-in" : "/");
  }

  private static HttpRequest request(Browser browser, Row row, String csrf) {
    HttpRequest.Builder request = browser.request(path(row));
    return row.method().equals("POST")
        ? request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-CSRF-TOKEN", csrf)
            .POST(BodyPublishers.noBody())
            .build()
        : request.build();
  }

  /** Of a run, a package or a file that is not there: who may not must not learn even that. */
  private static String path(Row row) {
    return row.path().replace("{}", "4711");
  }

  /** Refused are those who are told so, or sent to sign in. */
  private static boolean isLetIn(HttpResponse<String> answer) {
    boolean isSentToSignIn =
        answer.statusCode() == 302
            && answer.headers().firstValue("Location").orElse("").equals("/sign-in")
            && !answer.request().uri().getPath().equals("/sign-in/link");
    return answer.statusCode() != 403 && answer.statusCode() != 401 && !isSentToSignIn;
  }
}
