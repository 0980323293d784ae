package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;

/** The console as a process of its own: its end, whether asked for or not, and its log. */
class ServeProcessTest {

  private static final Pattern ADDRESS = Pattern.compile("Console: (\\S+)");
  private static final Pattern LINK = Pattern.compile("Sign in.* at (\\S+)");
  private static final int ROWS = 20_000;

  @TempDir Path folder;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String config;
  private Process process;
  private URI console;

  @BeforeEach
  void site() throws IOException {
    StringBuilder rows =
        new StringBuilder("parcel_id,payment,amount_due,requested_at,completed_at\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append("P").append(i).append(",COD,500,2022-04-13T19:42:00,2022-04-13T19:42:09\n");
    }
    config =
        new SiteFolder(folder)
            .with("recon.yaml", SiteFolder.SMALLEST)
            .with("outbound.csv", rows.toString())
            .path("recon.yaml")
            .toString();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void console_stopsInOrder_andItsRunGoesOnLater_whenItIsTerminated() throws Exception {
    serveAndStart();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(log()).contains("\"event\":\"run goes on\",\"run\":1").contains("\"exitCode\":6");
    assertThat(log().lines())
        .last()
        .asString()
        .contains("\"level\":\"info\",\"event\":\"console stopped\"");
    goesOn();
  }

  @Test
  void run_goesOnLater_whenTheConsoleIsKilled() throws Exception {
    serveAndStart();
    process.destroyForcibly().waitFor();
    goesOn();
  }

  @Test
  void log_isAnObjectALine_withoutSecretsAndQueries() throws Exception {
    serveAndStart();
    get("/runs/1/parcels?parcel=P17");
    process.destroy();
    process.waitFor();
    assertThat(log().lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"time\":\"")
                    .endsWith("}")
                    .doesNotContain("P17", "link=", secret()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"event\":\"request\"")
                    .contains("\"method\":\"POST\",\"path\":\"/runs\",\"status\":302")
                    .contains("\"user\":\"local\""));
  }

  private void serveAndStart() throws Exception {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "parcelrecon.app.Main",
                "serve",
                "-c",
                config,
                "--port=0",
                "--out=" + folder.resolve("o"))
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    while (!LINK.matcher(read("out")).find() && process.isAlive()) {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    assertThat(process.isAlive()).as(read("err")).isTrue();
    console = URI.create(found(ADDRESS, read("out")));
    String page = get(URI.create(found(LINK, read("out"))).toString()).body();
    post("/sign-in", Map.of("username", "local", "password", secret()), page);
    HttpResponse<String> started =
        post(
            "/runs",
            Map.of(
                "incident", "",
                "id", "tryout",
                "title", "",
                "from", "2022-04-13T19:00",
                "to", "2022-04-13T20:00",
                "language", "en",
                "callers", "2"),
            get("/runs/new").body());
    assertThat(started.headers().firstValue("Location").orElse(started.body())).endsWith("/runs/1");
  }

  private String secret() throws IOException {
    return URI.create(found(LINK, read("out"))).getQuery().replaceAll(".*link=", "");
  }

  /** Nothing is held any more, and the run can be brought to its end. */
  private void goesOn() {
    assertThat(CommandLineRun.of("runs", "-c", config).out()).contains("   1  INTERRUPTED  ");
    CommandLineRun resumed = CommandLineRun.of("resume", "-c", config, "1");
    assertThat(resumed.exitCode()).as(resumed.toString()).isIn(0, 7);
    assertThat(CommandLineRun.of("audit", "-c", config, "verify").exitCode()).isZero();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields, String page)
      throws Exception {
    String csrf = found(Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""), page);
    String body =
        fields.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return browser.send(
        HttpRequest.newBuilder(console.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body + "&_csrf=" + csrf))
            .build(),
        BodyHandlers.ofString());
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private String log() throws IOException {
    return read("err");
  }

  private String read(String file) throws IOException {
    return Files.exists(folder.resolve(file))
        ? Files.readString(folder.resolve(file), StandardCharsets.UTF_8)
        : "";
  }
}
