package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident closed by a person who types. */
class CloseCommandTest {

  private static final String UNPAID =
      """
      parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
      P1,COD,500,O1,S1,2022-04-13T19:40:10,2022-04-13T19:40:12
      """;

  private static final String PREPAID = UNPAID.replace("COD,500", "PREPAID,500");

  @TempDir Path folder;
  private EveningSite site;

  @BeforeEach
  void site() {
    site =
        new EveningSite(folder, EveningSite.CONFIGURATION + "rules: { counter-timeout: 3s }\n")
            .with("outbound.csv", UNPAID)
            .with(
                "payments.csv",
                "parcel_id,payment_id,amount,paid_at,status\n"
                    + "P9,Y9,20,2022-04-16T12:10:00,SUCCEEDED\n");
  }

  @Test
  void close_isRefused_whereSomethingIsLeft_untilSomebodySaysWhy() throws IOException {
    reconcile();
    Path pack = folder.resolve("packs/closing.zip");

    CommandLineRun refused = close("tryout", "--by", "Lin Mei", "--pack", pack.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.messages())
        .containsExactly(
            "incident tryout: has mismatches that are open or not known. Nothing was closed."
                + " Say with --reason why it is closed.");
    assertThat(refused.out()).isEmpty();
    assertThat(pack.getParent()).doesNotExist();

    CommandLineRun done =
        close("tryout", "--by", "Lin Mei", "--reason", "written off", "--pack", pack.toString());

    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("incident tryout: closed by Lin Mei at 20")
                    .endsWith("Z on run 1, 1 open, 0 not known"),
            line -> assertThat(line).isEqualTo("Pack: " + pack));
    Map<String, byte[]> files = unzipped(pack);
    assertThat(hashes(files)).hasSizeGreaterThan(10).isEqualTo(told(files));
    assertThat(text(files, "closing.csv"))
        .contains("\nP1,UNCOLLECTED,,MONEY,CLOSED_WITH_REASON,")
        .contains(",Lin Mei,20");
    assertThat(text(files, "closing.json")).contains("written off");
  }

  @Test
  void secondClose_onlyMakesTheSamePackAgain() throws Exception {
    reconcile();
    Path once = folder.resolve("once.zip");
    Path again = folder.resolve("again.zip");
    CommandLineRun closed =
        close("tryout", "--reason", "written off", "--by", "lin", "--pack=" + once, "--json");
    reconcile();

    CommandLineRun second =
        close("tryout", "--reason", "healed", "--by", "wang", "--pack=" + again, "--json");

    assertThat(closed.exitCode()).as(closed.err()).isZero();
    assertThat(Pattern.compile("^  \"(\\w+)\"", Pattern.MULTILINE).matcher(closed.out()).results())
        .extracting(name -> name.group(1))
        .containsExactly(
            "incident",
            "closing",
            "run",
            "runs",
            "by",
            "at",
            "reason",
            "open",
            "notKnown",
            "auditHead",
            "pack");
    assertThat(second.out()).isEqualTo(closed.out().replace("once.zip", "again.zip"));
    assertThat(second.out()).contains("\"by\": \"lin\"", "\"reason\": \"written off\"");
    assertThat(again).hasSameBinaryContentAs(once);
    assertThat(close("tryout", "--by", "wang").out())
        .startsWith("incident tryout: was closed by lin at ");
    Matcher head = Pattern.compile("\"auditHead\": \"([^\"]+)\"").matcher(closed.out());
    assertThat(head.find()).isTrue();
    assertThat(site.command("audit", "verify", "--head", head.group(1)).exitCode()).isZero();
  }

  @Test
  void close_needsNoReason_whereNothingIsLeft() {
    site.with("outbound.csv", PREPAID);
    reconcile();
    CommandLineRun done = close("tryout");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out()).endsWith(" on run 1, 0 open, 0 not known\n");
  }

  @Test
  void close_isRefused_ofAnIncidentThatNoRunHasLookedAt_andForALongReason() {
    reconcile();
    assertThat(close("tryuot", "--reason", "over").messages())
        .containsExactly(
            "incident tryuot: has no run with results. Nothing was closed. See with ./run.sh runs -c FILE what there is.");
    assertThat(close("tryout", "--reason", "x".repeat(1_001)).err())
        .startsWith("incident tryout: --reason has more than 1000 characters. Nothing was closed.");
    assertThat(close("tryuot").exitCode()).isEqualTo(2);
    assertThat(site.command("close").exitCode()).isEqualTo(2);
  }

  @Test
  void pack_isMadeLater_whereItCouldNotBeWrittenAtFirst() throws IOException {
    reconcile();
    Path file = Files.createFile(folder.resolve("file"));
    CommandLineRun run =
        close("tryout", "--reason", "over", "--pack=" + file.resolve("closing.zip"));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.messages()).hasSize(1);
    assertThat(run.err()).contains("closing.zip", "No closing pack was made");

    Path pack = folder.resolve("closing.zip");
    assertThat(close("tryout", "--pack=" + pack).out()).contains("was closed by", "Pack: " + pack);
    assertThat(pack).isNotEmptyFile();
  }

  private CommandLineRun close(String incident, String... more) {
    return site.command(
        "close", Stream.concat(Stream.of(incident), Stream.of(more)).toArray(String[]::new));
  }

  private void reconcile() {
    CommandLineRun run = site.reconcile("2022-04-16T12:00");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** What is in it, by name within the one folder there is. */
  private static Map<String, byte[]> unzipped(Path zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream bytes = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getName()).startsWith("tryout-closing-001/");
        files.put(entry.getName().replace("tryout-closing-001/", ""), in.readAllBytes());
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  /** As sha256sum reads them. */
  private static Map<String, String> told(Map<String, byte[]> files) {
    Map<String, String> hashes = new TreeMap<>();
    text(files, "manifest.sha256")
        .lines()
        .forEach(line -> hashes.put(line.substring(66), line.substring(0, 64)));
    return hashes;
  }

  private static Map<String, String> hashes(Map<String, byte[]> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (!name.equals("manifest.sha256")) {
            hashes.put(name, sha256(bytes));
          }
        });
    return hashes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
