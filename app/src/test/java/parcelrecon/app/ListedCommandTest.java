package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;

/** "Is it on the list?", asked of a small site's run. */
class ListedCommandTest {

  private static final String SITE =
      EveningSite.CONFIGURATION
          + """
            attempts:
              csv: { files: attempts.csv }
            stores:
              csv: { files: stores.csv }
          rejects: { max: 3 }
          """;

  private static final String OUTBOUND =
      """
      parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
      CP0001,COD,500,O1,S1,2022-04-13T19:42:00,2022-04-13T19:42:09
      CP0002,COD,300,O2,S1,2022-04-13T19:40:10,2022-04-13T19:40:12
      CP0003,PREPAID,0,O3,S2,2022-04-13T20:31:00,2022-04-13T20:31:01
      CP0004,COD,70,O4,S2,2022-04-13T20:21:00,2022-04-13T20:21:01
      CP0005,COD,oops,O5,S2,2022-04-13T19:50:00,2022-04-13T19:50:01
      CP0006,PREPAID,0,O6,S2,2022-04-13T19:45:00,2022-04-13T19:45:01
      """;

  private static final String PAYMENTS =
      """
      parcel_id,payment_id,amount,paid_at,status
      CP0002,Y2,300,2022-04-13T19:40:13,SUCCEEDED
      CP0002,Y3,oops,2022-04-13T19:40:14,SUCCEEDED
      CP0004,Y4,70,2022-04-13T20:21:02,PENDING
      CP0007,Y7,90,2022-04-13T12:10:00,SUCCEEDED
      CP0009,Y9,20,2022-04-19T12:10:00,SUCCEEDED
      """;

  private static final String ATTEMPTS =
      """
      parcel_id,started_at,duration_ms,outcome
      CP0001,2022-04-13T19:42:00,9000,TIMEOUT
      CP0002,2022-04-13T19:40:10,2000,OK
      CP0006,2022-04-13T19:45:00,1000,ERROR
      CP0006,2022-04-13T19:45:09,1000,OK
      """;

  @TempDir Path folder;
  private EveningSite site;

  @BeforeEach
  void reconcile() {
    site =
        new EveningSite(folder, SITE)
            .with("outbound.csv", OUTBOUND)
            .with("payments.csv", PAYMENTS)
            .with("attempts.csv", ATTEMPTS)
            .with("stores.csv", "store_id,name,area\nS1,光明門市,信義區\n");
    CommandLineRun run = site.reconcile("2022-04-20T12:00");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private CommandLineRun listed(String list, String... more) {
    try {
      Path file = Files.writeString(folder.resolve("reported.csv"), list);
      return site.command(
          "listed",
          Stream.concat(Stream.of("1", file.toString()), Stream.of(more)).toArray(String[]::new));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyParcel_isAnsweredWithItsReason() {
    CommandLineRun run =
        listed(
            "CP0001\nCP0002\nCP0003\nCP0004\nCP0005\nCP0006\nCP0007\nCP9999\ncp1\n1E+08\nCP0001\n");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "CP0001: On the list: Counter showed an error, but the pick-up was completed; "
                + "Picked up, money not collected. The counter showed an error at 19:42:00; the "
                + "system recorded the pick-up at 19:42:09; no money was taken. Where it is: ask "
                + "the store. Store: S1, 光明門市, 信義區. To do: Ask the store: is the parcel still on "
                + "the shelf, was the money taken?",
            "CP0002: Not on the list: it was looked at and nothing was found. Its pick-up "
                + "was recorded at 19:40:12. No error was seen at the counter. The money was "
                + "taken. A row that names it could not be read (payments:payments.csv:3): there "
                + "may be more to it.",
            "CP0003: Not on the list: nothing of it falls into the window (2022-04-13, "
                + "19:33 to 20:22). Its pick-up was recorded at 20:31:01. No call of the counter "
                + "about it was read. Paid before, nothing was to be taken.",
            "CP0004: Not on the list, a payment may still arrive: Picked up, money not "
                + "collected (not yet due). The system recorded the pick-up at 20:21:01; no "
                + "payment is on record yet, it may still arrive; a payment of NT$70 is pending. "
                + "Where it is: ask the store. Store: S2. To do: Wait: the payment may still "
                + "arrive",
            "CP0005: Not known: only rows that could not be read name it "
                + "(outbound:outbound.csv:6).",
            "CP0006: Not on the list, only for information: Counter showed an error, then a"
                + " retry worked. The counter showed an error at 19:45:00; the system recorded "
                + "the pick-up at 19:45:01; it was paid before, so nothing was due at the "
                + "counter; another try at 19:45:09 worked. Where it is: handed over. Store: S2.",
            "CP0007: Not on the list: nothing of it falls into the window (2022-04-13, "
                + "19:33 to 20:22). No pick-up of it was read; it is named in: payments, first at"
                + " 12:10:00.",
            "CP9999: Not known: nothing that was read for 2022-04-13, 19:33 to 20:22 names "
                + "it.",
            "cp1: Not known as written; did you mean “CP0001”? On the list: Counter showed "
                + "an error, but the pick-up was completed; Picked up, money not collected. The "
                + "counter showed an error at 19:42:00; the system recorded the pick-up at "
                + "19:42:09; no money was taken. Where it is: ask the store. Store: S1, 光明門市, "
                + "信義區. To do: Ask the store: is the parcel still on the shelf, was the money "
                + "taken?",
            "1E+08: Not understood: a spreadsheet has shortened the number. Take the id "
                + "from the label, and keep the column as text.",
            "10 given: 1 on the list, 5 not on it, 4 not known. 1 line repeats one before.",
            "These sources could show all: pick-up records, payments, counter calls.");
  }

  @Test
  void pastedList_isReadFromTheStandardInput() {
    InputStream before = System.in;
    try {
      for (List<String> arguments : List.of(List.of("1"), List.of("1", "-"))) {
        System.setIn(
            new ByteArrayInputStream("is CP0001 on it?\n".getBytes(StandardCharsets.UTF_8)));
        CommandLineRun run =
            site.command(
                "listed",
                Stream.concat(Stream.of("--lang", "zh-TW"), arguments.stream())
                    .toArray(String[]::new));
        assertThat(run.out()).startsWith("CP0001：在清單上：").contains("共 1 件：1 件在清單上");
      }
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void answers_areACsvFile_whenAskedFor() throws IOException {
    Path out = folder.resolve("answered.csv");
    CommandLineRun run = listed("parcel_id\nCP0001\n\"=1+1\"\ncp2\n", "--out", out.toString());
    assertThat(run.out().lines().findFirst())
        .contains("3 given: 1 on the list, 0 not on it, 2 not known.");
    assertThat(Files.readAllLines(out))
        .satisfiesExactly(
            head ->
                assertThat(head)
                    .isEqualTo(
                        "given,place,meant,store_id,store_name,area,kinds,verdict,suggestions,"
                            + "explanation"),
            line ->
                assertThat(line)
                    .startsWith(
                        "CP0001,ON_LIST,,S1,光明門市,信義區,SHOWN_AS_FAILED;UNCOLLECTED,UNKNOWN,"
                            + "ASK_STORE,\"On the list"),
            line -> assertThat(line).startsWith("'=1+1,NOT_READ,,,,,,,,"),
            line -> assertThat(line).startsWith("cp2,NEARLY,CP0002,,,,,,,"));
  }

  @Test
  void answers_areJson_whenAskedFor() {
    CommandLineRun run = listed("CP0001\ncp2\n", "--json");
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith(
            "{ \"run\": 1, \"incident\": \"tryout\", \"given\": 2, \"repeated\": 0, \"onList\": 1,"
                + " \"notOnList\": 0, \"unknown\": 1, \"parcels\": [ { \"given\": \"CP0001\","
                + " \"place\": \"ON_LIST\", \"meant\": [], \"storeId\": \"S1\", \"kinds\": ["
                + " \"SHOWN_AS_FAILED\", \"UNCOLLECTED\" ]")
        .contains("\"given\": \"cp2\", \"place\": \"NEARLY\", \"meant\": [ \"CP0002\" ]");
  }

  @Test
  void absenceProvesNothing_whenTheRunIsOfAnEarlierVersion() throws Exception {
    forgetOtherParcels();
    CommandLineRun run = listed("CP0001\nCP0002\nCP0003\n");
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("CP0001: On the list"),
            line -> assertThat(line).startsWith("CP0002: Not known: only rows that could not be"),
            line ->
                assertThat(line)
                    .startsWith("CP0003: Not known: nothing was found about it, and this run did"),
            line -> assertThat(line).startsWith("3 given: 1 on the list, 0 not on it, 2 not known"),
            line -> assertThat(line).isNotEmpty());
  }

  private void forgetOtherParcels() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("data/results");
    ResultsDatabase.open(new ResultsSettings(url, Optional.empty(), Optional.empty())).close();
    try (var connection = java.sql.DriverManager.getConnection(url, "recon", "");
        var statement = connection.createStatement()) {
      statement.execute("delete from partition_unlisted");
    }
  }

  @Test
  void list_isRefused_whenItCannotBeRead() {
    assertThat(listed("\n").exitCode()).isEqualTo(2);
    assertThat(listed("\n").err()).contains("reported.csv: holds no parcel id. Nothing was looked");
    CommandLineRun absent = site.command("listed", "1", "nowhere.csv");
    assertThat(absent.exitCode()).isEqualTo(4);
    assertThat(absent.messages())
        .containsExactly(
            "nowhere.csv: file is not there. Nothing was looked up. Correct the path.");
    assertThat(site.command("listed", "7", "x").exitCode()).isEqualTo(2);
  }
}
