package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parcelrecon.app.Main;

/** A small site with its pick-ups in an H2 file and its payments in a CSV file, by its commands. */
final class NetworkSite {

  private static final String SITE =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          jdbc: { url: "jdbc:h2:file:./network", user: sa, password: "" }
          zone: Asia/Taipei
          query: outbound.sql
          by-key: by-key.sql
          day-total: day-total.sql
          values:
            status: { PICKED_UP: COMPLETED, REQUESTED: PENDING, FAILED: FAILED, AWAITING_PICKUP: REVERSED }
        payments:
          independent: true
          csv: { files: payments.csv }
      rules: { counter-timeout: 3s }
      datafix:
        dialect: h2
        table: parcel_outbound
        key: outbound_id
        columns: { state: status, version: row_version, deadline: pickup_deadline }
        states: { COMPLETED: PICKED_UP, PENDING: REQUESTED, FAILED: FAILED, REVERSED: AWAITING_PICKUP }
      """;

  private static final String SELECT =
      "select parcel_id, outbound_id, store_id, payment, amount_due, status, requested_at,"
          + " completed_at, pickup_deadline, row_version from parcel_outbound where ";

  private static final String TABLE =
      "create table parcel_outbound (outbound_id varchar(40) primary key, parcel_id varchar(20),"
          + " store_id varchar(6), payment varchar(10), amount_due decimal(12, 2), status varchar(16),"
          + " requested_at timestamp(3), completed_at timestamp(3), pickup_deadline timestamp(3),"
          + " row_version int)";

  private final Path folder;

  NetworkSite(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("recon.yaml"), SITE);
    Files.writeString(
        folder.resolve("outbound.sql"), SELECT + "requested_at >= :from and requested_at < :to");
    Files.writeString(folder.resolve("by-key.sql"), SELECT + "parcel_id in (<parcel_ids>)");
    Files.writeString(
        folder.resolve("day-total.sql"),
        "select count(distinct parcel_id) from parcel_outbound where status = 'PICKED_UP'"
            + " and completed_at >= :day_from and completed_at < :day_to");
    Files.writeString(
        folder.resolve("payments.csv"), "parcel_id,payment_id,amount,kind,status,paid_at\n");
    execute(TABLE);
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("network");
  }

  /** Runs statements as the site's own programs do. */
  void execute(String... statements) {
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A pick-up as the outbound system keeps it; times are local. */
  void pickedUp(String outbound, String parcel, int due, String requested, String completed) {
    execute(
        "insert into parcel_outbound values ('%s', '%s', 'S1', 'COD', %d, 'PICKED_UP', '%s', '%s', '2022-04-19 23:59:59', 1)"
            .formatted(outbound, parcel, due, requested, completed));
  }

  void paid(String parcel, String payment, int amount, String at) throws IOException {
    money(parcel, payment, amount, "CAPTURE", at);
  }

  void givenBack(String parcel, String payment, int amount, String at) throws IOException {
    money(parcel, payment, amount, "REFUND", at);
  }

  private void money(String parcel, String payment, int amount, String kind, String at)
      throws IOException {
    Path file = folder.resolve("payments.csv");
    Files.writeString(
        file,
        Files.readString(file)
            + String.join(
                ",", parcel, payment, String.valueOf(amount), kind, "SUCCEEDED", at + "\n"));
  }

  /** Runs a script of a run's package as H2's own tool does. */
  void run(int run, String script) {
    Path file = outputs(run).resolve("datafix").resolve(script);
    execute("runscript from '" + file + "' charset 'UTF-8'");
  }

  /** Keeps what a store said. */
  void answers(int run, String... lines) throws IOException {
    Path file = folder.resolve("answers.csv");
    Files.writeString(
        file, "parcel_id,answer,answered_at,by,note\n" + String.join("\n", lines) + "\n");
    command("answers", String.valueOf(run), file.toString(), "--apply");
  }

  String reconcile(String asOf, String... more) {
    return command(
        "reconcile",
        Stream.concat(
                Stream.of(
                    "--incident",
                    "tryout",
                    "--from=2022-04-13T19:33",
                    "--to=2022-04-13T20:22",
                    "--as-of=" + asOf,
                    "--out=" + folder.resolve("out")),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  String command(String name, String... more) {
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

  Path outputs(int run) {
    return folder.resolve("out/tryout/run-00" + run);
  }

  String text(int run, String file) throws IOException {
    return Files.readString(outputs(run).resolve(file));
  }

  /** Every file of a run but run.json, whose stages differ by right. */
  Map<String, String> files(int run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(outputs(run))) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.endsWith("run.json"))
          .forEach(path -> files.put(outputs(run).relativize(path).toString(), latin(path)));
    }
    return files;
  }

  private static String latin(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rows of a sheet as shown, by header; none where there is no such sheet.
   *
   * @param first the header of its first column
   */
  List<Map<String, String>> rows(int run, String sheet, String first) throws IOException {
    DataFormatter shown = new DataFormatter();
    List<Map<String, String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(outputs(run).resolve("affected-parcels.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Sheet of = book.getSheet(sheet);
      List<String> headers = null;
      for (Row row : of == null ? List.<Row>of() : of) {
        if (headers != null) {
          Map<String, String> cells = new LinkedHashMap<>();
          for (int i = 0; i < headers.size(); i++) {
            cells.put(headers.get(i), shown.formatCellValue(row.getCell(i)));
          }
          rows.add(cells);
        } else if (first.equals(shown.formatCellValue(row.getCell(0)))) {
          headers = new ArrayList<>();
          for (int i = 0; i < row.getLastCellNum(); i++) {
            headers.add(shown.formatCellValue(row.getCell(i)));
          }
        }
      }
    }
    return rows;
  }
}
