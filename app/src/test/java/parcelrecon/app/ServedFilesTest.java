package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.console.ConsoleServer;
import parcelrecon.console.sign.PasswordHash;
import parcelrecon.results.ResultsDatabase;

/** What is downloaded from the console is what {@code report --lang} writes, byte for byte. */
class ServedFilesTest {

  private static final String PASSWORD = "right horse battery";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final String SITE =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          csv: { files: outbound.csv }
        payments:
          independent: true
          csv: { files: payments.csv }
      console:
        port: 0
        users:
          - { name: olga, password: "%s", roles: [ops] }
      """;

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private URI console;

  private CommandLineRun command(String name, String... more) {
    String[] fixed = {name, "-c", folder.resolve("recon.yaml").toString()};
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandLineRun.of(all);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(console.resolve(path)).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private void signIn() throws Exception {
    Matcher token = CSRF.matcher(new String(get("/sign-in").body()));
    assertThat(token.find()).isTrue();
    String form =
        "username=olga&password=" + PASSWORD.replace(' ', '+') + "&_csrf=" + token.group(1);
    HttpRequest request =
        HttpRequest.newBuilder(console.resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    client.send(request, BodyHandlers.discarding());
  }

  @Test
  void downloads_areTheBytesOfReport_inEveryLanguage() throws Exception {
    site();
    Path out = folder.resolve("out");
    command(
        "reconcile",
        "--incident=tryout",
        "--from=2022-04-13T19:33",
        "--to=2022-04-13T20:22",
        "--as-of=2022-04-16T12:00",
        "--callers=2",
        "--out=" + out);
    for (String language : List.of("zh-TW", "en", "zh-CN")) {
      CommandLineRun made =
          command("report", "1", "--lang=" + language, "--out=" + folder.resolve(language));
      assertThat(made.exitCode()).as(made.err()).isZero();
    }
    try (ResultsDatabase database = ResultsDatabase.open(configuration().results());
        ConsoleServer server =
            ConsoleServer.start(
                configuration().console(),
                new ConfiguredSite(
                    folder.resolve("recon.yaml"), configuration(), name -> Optional.empty(), out),
                database)) {
      console = server.address();
      signIn();
      for (String language : List.of("zh-TW", "en", "zh-CN")) {
        areThoseOf(folder.resolve(language).resolve("tryout/run-001"), language);
      }
    }
  }

  private void areThoseOf(Path made, String language) throws Exception {
    for (String file :
        List.of(
            "affected-parcels.xlsx",
            "statement.md",
            "statement.html",
            "mismatches.csv",
            "rejects.csv",
            "run.json")) {
      HttpResponse<byte[]> answer = get("/runs/1/files/" + file + "?lang=" + language);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.body())
          .as(file + " in " + language)
          .isEqualTo(Files.readAllBytes(made.resolve(file)));
    }
  }

  private void site() throws IOException {
    new SiteFolder(folder)
        .with("recon.yaml", SITE.formatted(PasswordHash.of(PASSWORD)))
        .with(
            "outbound.csv",
            """
            parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
            P1,COD,500,O1,S1,2022-04-13T19:42:00,2022-04-13T19:42:09
            P2,COD,300,O2,S2,2022-04-13T19:42:10,2022-04-13T19:42:11
            """)
        .with(
            "payments.csv",
            """
            parcel_id,payment_id,amount,paid_at
            P2,Y1,300,2022-04-13T19:42:12
            P3,Y2,700,2022-04-14T10:00:00
            """);
  }

  private SiteConfiguration configuration() {
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    SiteOptions options = new SiteOptions();
    options.config = folder.resolve("recon.yaml");
    return options.read(new Console(nowhere, nowhere, name -> Optional.empty(), false));
  }
}
