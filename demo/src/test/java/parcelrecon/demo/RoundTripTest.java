package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.Main;

/** From a run to the phone and back, by the commands a person types. */
class RoundTripTest {

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
        attempts:
          csv: { files: attempts.csv }
      """;

  private static final List<String> PARCELS = List.of("P1", "P2", "P3", "P4");

  @TempDir Path folder;

  @Test
  void answersOfStores_turnAskStoreIntoWhatTheyCallFor_inTheNextRunOnly() throws IOException {
    writeSite();
    reconcile();
    assertThat(suggestions(1))
        .containsOnlyKeys("P1", "P2", "P3", "P4")
        .allSatisfy((parcel, joined) -> assertThat(joined).contains("ASK_STORE"));
    Map<String, String> before = files(1);
    Path filled = folder.resolve("filled-in.xlsx");
    fillIn(outputs(1).resolve("affected-parcels.xlsx"), filled);

    String look = command("answers", "1", filled.toString());
    assertThat(look.lines())
        .contains("First answers: 3")
        .anyMatch(
            line ->
                line.matches(
                    "  Store calls![A-Z]+\\d+  P1  no answer -> ON_SHELF of 2022-04-15 10:30:00"))
        .anyMatch(line -> line.startsWith("Nothing was kept"));
    reconcile();
    assertThat(suggestions(2)).isEqualTo(suggestions(1));

    assertThat(command("answers", "1", filled.toString(), "--apply")).contains("3 kept.");
    reconcile();
    assertThat(suggestions(3).get("P1")).contains("REVERT_OUTBOUND").doesNotContain("ASK_STORE");
    assertThat(suggestions(3).get("P2")).contains("INFORM_STORE").doesNotContain("ASK_STORE");
    assertThat(suggestions(3).get("P3")).contains("CLAIM_LOST").doesNotContain("ASK_STORE");
    assertThat(suggestions(3).get("P4")).contains("ASK_STORE");

    assertThat(command("answers", "1", filled.toString())).contains("Known already: 3", "0 new");
    command("report", "1");
    assertThat(files(1)).isEqualTo(before);
  }

  private void writeSite() throws IOException {
    StringBuilder outbound =
        new StringBuilder(
            "parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at,"
                + "pickup_deadline\n");
    StringBuilder attempts = new StringBuilder("parcel_id,started_at,duration_ms,outcome\n");
    for (String parcel : PARCELS) {
      outbound.append(
          parcel
              + ",PREPAID,0,O"
              + parcel
              + ",S1,2022-04-13T19:42:00,2022-04-13T19:42:09,2022-04-20T23:59:59\n");
      attempts.append(parcel + ",2022-04-13T19:42:00,9000,TIMEOUT\n");
    }
    Files.writeString(folder.resolve("recon.yaml"), SITE);
    Files.writeString(folder.resolve("outbound.csv"), outbound);
    Files.writeString(folder.resolve("attempts.csv"), attempts);
    Files.writeString(
        folder.resolve("payments.csv"),
        "parcel_id,payment_id,amount,paid_at\nP9,Y9,700,2022-04-16T10:00:00\n");
  }

  private void reconcile() {
    command(
        "reconcile",
        "--incident",
        "tryout",
        "--from=2022-04-13T19:33",
        "--to=2022-04-13T20:22",
        "--as-of=2022-04-16T12:00",
        "--out=" + folder.resolve("out"));
  }

  private String command(String name, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments =
        Stream.concat(
                Stream.of(name, "-c", folder.resolve("recon.yaml").toString()), Arrays.stream(more))
            .toArray(String[]::new);
    int exitCode =
        Main.run(
            new PrintWriter(out), new PrintWriter(err), nothing -> Optional.empty(), arguments);
    assertThat(exitCode).as("%s %s", List.of(arguments), err).isZero();
    return out.toString();
  }

  private Path outputs(int run) {
    return folder.resolve("out/tryout/run-00" + run);
  }

  /** By parcel, the lines of mismatches.csv about it. */
  private Map<String, String> suggestions(int run) throws IOException {
    return Files.readAllLines(outputs(run).resolve("mismatches.csv")).stream()
        .filter(line -> PARCELS.contains(line.split(",")[0]))
        .collect(Collectors.toMap(line -> line.split(",")[0], line -> line, String::concat));
  }

  /** The hash of every file but run.json, whose stages differ by right. */
  private Map<String, String> files(int run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(outputs(run))) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.endsWith("run.json"))
          .forEach(path -> files.put(outputs(run).relativize(path).toString(), hash(path)));
    }
    return files;
  }

  private static String hash(Path path) {
    try {
      byte[] bytes = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      return HexFormat.of().formatHex(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void fillIn(Path workbook, Path filled) throws IOException {
    try (InputStream in = Files.newInputStream(workbook);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(filled)) {
      Sheet sheet = book.getSheet("Store calls");
      answer(sheet, "P1", "on the shelf");
      answer(sheet, "P2", "handed over, paid");
      answer(sheet, "P3", "not found");
      book.write(out);
    }
  }

  private static void answer(Sheet sheet, String parcel, String answer) {
    Map<String, Integer> columns = new HashMap<>();
    for (Row row : sheet) {
      if (!columns.containsKey("Answer")) {
        row.forEach(
            cell -> columns.put(new DataFormatter().formatCellValue(cell), cell.getColumnIndex()));
      } else if (parcel.equals(
          new DataFormatter().formatCellValue(row.getCell(columns.get("Parcel id"))))) {
        set(row, columns.get("Contact"), "reached");
        set(row, columns.get("Answer"), answer);
        set(row, columns.get("When, who"), "2022-04-15 10:30 Lin");
      }
    }
  }

  private static void set(Row row, int column, String text) {
    row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
  }
}
