package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.Main;
import parcelrecon.app.configuration.Environment;

/**
 * What a site gets wrong at night: each told in one line, with its exit code, and nothing
 * half-written.
 */
class BadInputTest {

  private static final Pattern MESSAGE = Pattern.compile("\\S.*?: .+[.?] .+\\. .+[.?]");

  private static final String CONFIGURATION =
      """
      zone: Europe/Berlin
      currency: EUR
      sources:
        outbound:
          csv: { files: outbound.csv }
        payments:
          independent: true
          csv: { files: "settlement/*.csv" }
      rules: { counter-timeout: 3s }
      """;

  @TempDir Path site;

  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeSite() throws IOException {
    write("recon.yaml", CONFIGURATION);
    write(
        "outbound.csv",
        """
        parcel_id,payment,amount_due,requested_at,completed_at
        P1,COD,12.80,2022-04-13T19:42:30,2022-04-13T19:42:39
        """);
    write(
        "settlement/a.csv",
        """
        parcel_id,payment_id,amount,paid_at
        P9,M1,5.00,2022-04-15T10:00:00
        """);
  }

  @Test
  void soundSite_endsWithDone() {
    assertThat(reconcile()).as(err.toString()).isZero();
    assertThat(site.resolve("out/night/run-001/run.json")).exists();
  }

  @Test
  void missingColumn_isConfiguration() throws IOException {
    write(
        "settlement/a.csv", "parcel_id,payment_id,amout,paid_at\nP9,M1,5.00,2022-04-15T10:00:00\n");
    assertTold(reconcile(), 3, "settlement/a.csv", "amount", "did you mean", "amout");
  }

  @Test
  void unknownKey_isConfiguration() throws IOException {
    write("recon.yaml", CONFIGURATION.replace("independent", "independant"));
    assertTold(reconcile(), 3, "recon.yaml:", "independant", "did you mean");
  }

  @Test
  void unreachableDatabase_isUnreachable() throws IOException {
    write("outbound.sql", "select * from o where requested_at >= :from and requested_at < :to");
    write(
        "recon.yaml",
        CONFIGURATION.replace(
            "csv: { files: outbound.csv }",
            "jdbc: { url: \"jdbc:h2:file:./gone\", user: sa, password: \"hush\" }\n"
                + "    query: outbound.sql"));
    assertTold(reconcile(), 4, "outbound");
    assertThat(err.toString()).doesNotContain("hush");
    assertThat(site.resolve("gone.mv.db")).as("a source is never made").doesNotExist();
  }

  @Test
  void unreachableBroker_isUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    write(
        "recon.yaml",
        CONFIGURATION.replace(
            "rules:",
            "  events:\n    kafka: { bootstrap.servers: \"127.0.0.1:"
                + port
                + "\", topics: [t] }\n    outbound-type: OUT\nrules:"));
    assertTold(reconcile(), 4, "127.0.0.1:" + port);
  }

  @Test
  void missingFile_isUnreachable() throws IOException {
    Files.delete(site.resolve("settlement/a.csv"));
    assertTold(reconcile(), 4, "settlement/*.csv");
  }

  @Test
  void windowThatEndsBeforeItBegins_isUsage() {
    assertTold(
        reconcile("--from", "2022-04-13T20:22", "--to", "2022-04-13T19:33"), 2, "2022-04-13T");
    assertThat(site.resolve("data")).doesNotExist();
  }

  @Test
  void localTimeThatAClockChangeSkipsOrDoubles_isUsage() {
    assertTold(
        reconcile("--from", "2022-03-27T02:30", "--to", "2022-03-27T04:00"), 2, "2022-03-27T02:30");
    assertTold(
        reconcile("--from", "2022-10-30T02:30", "--to", "2022-10-30T04:00"), 2, "2022-10-30T02:30");
  }

  @Test
  void halfALineAtTheEnd_isRejectedAndMakesTheSourceIncomplete() throws IOException {
    Files.writeString(
        site.resolve("settlement/a.csv"),
        "parcel_id,payment_id,amount,paid_at\nP9,M1,5.00,2022-04-15T10:00:00\nP1,M2,12.");
    assertThat(reconcile()).as(err.toString()).isEqualTo(7);
    Path run = site.resolve("out/night/run-001");
    assertThat(run.resolve("rejects.csv")).content().contains("payments:settlement/a.csv:3");
    assertThat(run.resolve("run.json"))
        .content()
        .contains("\"state\": \"INCOMPLETE\"", "\"CUT_LAST_ROW\"");
    assertThat(run.resolve("mismatches.csv")).content().contains("P1,UNCOLLECTED,MONEY,UNVERIFIED");
  }

  private void assertTold(int exitCode, int expected, String... parts) {
    assertThat(exitCode).as(err.toString()).isEqualTo(expected);
    List<String> problems =
        err.toString().lines().filter(line -> MESSAGE.matcher(line).matches()).toList();
    assertThat(problems).as(err.toString()).isNotEmpty();
    assertThat(String.join("\n", problems)).contains(parts);
    assertThat(err.toString()).doesNotContain("\tat ");
    assertThat(site.resolve("out")).as("nothing half-written").doesNotExist();
  }

  private int reconcile(String... window) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "reconcile",
                "-c",
                site.resolve("recon.yaml").toString(),
                "--incident",
                "night",
                "--as-of",
                "2022-04-16T12:00",
                "--out",
                site.resolve("out").toString()));
    arguments.addAll(
        window.length > 0
            ? List.of(window)
            : List.of("--from", "2022-04-13T19:33", "--to", "2022-04-13T20:22"));
    return Main.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        Environment.ofProcess(),
        arguments.toArray(String[]::new));
  }

  private void write(String file, String text) throws IOException {
    Path path = site.resolve(file);
    Files.createDirectories(path.getParent());
    try (Stream<String> lines = text.lines()) {
      Files.write(path, (Iterable<String>) lines::iterator);
    }
  }
}
