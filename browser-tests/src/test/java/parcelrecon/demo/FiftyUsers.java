package parcelrecon.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** People who look at pages at the same time, each with a session of his own. */
final class FiftyUsers {

  private static final int USERS = 50;

  /** Between two clicks of one person. */
  private static final Duration READING = Duration.ofMillis(400);

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ConsoleProcess console;
  private final List<String> paths;

  /**
   * @param paths what they look at, in turn
   */
  FiftyUsers(ConsoleProcess console, List<String> paths) {
    this.console = console;
    this.paths = List.copyOf(paths);
  }

  /**
   * What came back.
   *
   * @param failures answers that are no page, and calls without an answer
   */
  record Outcome(int pages, List<String> failures, Duration median, Duration slowOfHundred) {}

  /** They come one after the other; then all of them look at pages for so long. */
  Outcome look(String password, Duration duration) throws Exception {
    List<HttpClient> people = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      signIn(client, name(user), password);
      people.add(client);
    }
    ExecutorService clicks = Executors.newFixedThreadPool(USERS);
    try {
      List<Callable<List<Call>>> visits = new ArrayList<>();
      for (int user = 0; user < USERS; user++) {
        HttpClient client = people.get(user);
        int first = user;
        visits.add(() -> visit(client, first, duration));
      }
      List<Call> calls = new ArrayList<>();
      for (Future<List<Call>> visit : clicks.invokeAll(visits)) {
        calls.addAll(visit.get());
      }
      return outcome(calls);
    } finally {
      clicks.shutdownNow();
    }
  }

  /** What the site calls them. */
  static List<String> names() {
    return IntStream.range(0, USERS).mapToObj(FiftyUsers::name).toList();
  }

  private static String name(int user) {
    return "person-" + user;
  }

  private record Call(String path, String failure, long nanos) {}

  private List<Call> visit(HttpClient client, int first, Duration duration)
      throws InterruptedException {
    List<Call> calls = new ArrayList<>();
    long end = System.nanoTime() + duration.toNanos();
    for (int next = first; System.nanoTime() < end; next++) {
      calls.add(call(client, paths.get(next % paths.size())));
      Thread.sleep(READING.toMillis());
    }
    return calls;
  }

  private Call call(HttpClient client, String path) throws InterruptedException {
    long begin = System.nanoTime();
    String failure = "";
    try {
      HttpResponse<String> answer =
          client.send(
              request(path).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
        failure = path + ": " + answer.statusCode();
      }
    } catch (IOException e) {
      failure = path + ": " + e;
    }
    return new Call(path, failure, System.nanoTime() - begin);
  }

  private void signIn(HttpClient client, String name, String password)
      throws IOException, InterruptedException {
    Matcher token =
        CSRF.matcher(client.send(request("/sign-in").build(), BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new AssertionError("no form to sign in with");
    }
    String form =
        "username="
            + name
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8)
            + "&_csrf="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    HttpResponse<Void> answer =
        client.send(
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.discarding());
    String leadsTo = answer.headers().firstValue("Location").orElse("nowhere");
    if (leadsTo.contains("sign-in")) {
      throw new AssertionError(name + " could not sign in: " + leadsTo);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(console.at(path)));
  }

  private static Outcome outcome(List<Call> calls) {
    List<Long> nanos = new ArrayList<>(calls.stream().map(Call::nanos).toList());
    Collections.sort(nanos);
    return new Outcome(
        calls.size(),
        calls.stream().map(Call::failure).filter(failure -> !failure.isEmpty()).toList(),
        Duration.ofNanos(nanos.get(nanos.size() / 2)),
        Duration.ofNanos(nanos.get(nanos.size() * 99 / 100)));
  }
}
