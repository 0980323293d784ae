package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.model.Answer;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.report.answers.AnswersLimits;
import parcelrecon.report.answers.AskedRun;
import parcelrecon.report.answers.GivenAnswer;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunStore;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadTest {

  private static final String UPLOAD = "/runs/1/upload";
  private static final String CONFIRM = UPLOAD + "/confirm";
  private static final Pattern FIELD =
      Pattern.compile("name=\"(look|sha256|digest)\" value=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static CalledSite site;
  private static ConsoleUnderTest console;
  private static Browser bpm;

  @BeforeAll
  static void start() {
    site = CalledSite.in(folder);
    console = new ConsoleUnderTest(folder, site);
    site.reconcile(console.database());
    bpm = console.signedIn(Role.BPM);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static byte[] filled() throws IOException {
    try (InputStream in = Files.newInputStream(site.outputs(1).resolve("affected-parcels.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      fill(book, "P1", "on the shelf", "2022-04-15 10:30 Lin");
      fill(book, "P2", "handed over, paid", "2022-04-15 10:31 Lin");
      fill(book, "P3", "on the shef", "2022-04-15 10:32 Lin");
      return bytes(book);
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static void fill(XSSFWorkbook book, String parcel, String answer, String when) {
    Map<String, Integer> columns = new HashMap<>();
    for (Row row : book.getSheet("Store calls")) {
      if (!columns.containsKey("Answer")) {
        row.forEach(
            cell -> columns.put(new DataFormatter().formatCellValue(cell), cell.getColumnIndex()));
      } else if (parcel.equals(
          new DataFormatter().formatCellValue(row.getCell(columns.get("Parcel id"))))) {
        set(row, columns.get("Contact"), "reached");
        set(row, columns.get("Answer"), answer);
        set(row, columns.get("When, who"), when);
      }
    }
  }

  private static void set(Row row, int column, String text) {
    row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
  }

  private static String own(HttpResponse<?> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
  }

  private static String look(Browser browser, String name, byte[] bytes) {
    return browser.get(own(browser.upload(UPLOAD, name, bytes, browser.csrf(UPLOAD)))).body();
  }

  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(page);
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    assertThat(fields).hasSize(3);
    return fields;
  }

  private static String confirm(Browser browser, Map<String, String> fields) {
    return browser.get(own(browser.post(CONFIRM, fields, browser.csrf(UPLOAD)))).body();
  }

  private static List<Answer> kept(ResultsDatabase database) {
    AnswerStore answers = new AnswerStore(database);
    return answers.answersOf(CalledSite.INCIDENT, answers.latest(CalledSite.INCIDENT));
  }

  private static long waiting() {
    if (!Files.exists(site.work())) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(site.work())) {
      return files.filter(file -> file.endsWith("answers.csv")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(4)
  void workbook_isLookedAtFirst_andKeptByAWord_asTheCommandKeepsIt() throws IOException {
    byte[] filled = filled();
    int before = kept(console.database()).size();
    String look = look(bpm, "C:\\Users\\lin\\filled-in.xlsx", filled);
    assertThat(look)
        .contains("From “filled-in.xlsx”", "2 answers understood.", "First answers (2)")
        .contains("Not understood, left out (1)", "did you mean &quot;on the shelf&quot;?")
        .contains("Choose one of the list, or use the note")
        .containsPattern("Store calls![A-Z]+\\d+");
    assertThat(kept(console.database())).hasSize(before);
    long waiting = waiting();

    assertThat(confirm(bpm, fields(look))).contains("2 answers kept.", "2 of 4 answered");
    assertThat(waiting()).isEqualTo(waiting - 1);
    assertThat(kept(console.database())).isEqualTo(asTheCommandKeeps(before, filled));
    assertThat(console.audit().stream().filter(each -> each.contains("ANSWERS_UPLOADED")).toList())
        .last()
        .satisfies(
            detail ->
                assertThat(detail)
                    .contains("\"kept\":\"2\"", "\"new\":\"2\"", fields(look).get("sha256"))
                    .doesNotContain("Lin", "filled-in"));
    assertThat(look(bpm, "again.xlsx", filled))
        .contains("Known already (2)", "All of it is kept already")
        .doesNotContain("name=\"digest\"");
  }

  /** What {@code answers 1 FILE --apply} does, in a database of its own. */
  private static List<Answer> asTheCommandKeeps(int before, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("filled-in.xlsx"), bytes);
    ResultsDatabase given = console.database();
    AnswersFile read =
        AnswersFile.read(
            file,
            new AskedRun(
                new RunStore(given).find(1).orElseThrow(),
                new ParcelLookup(given, 1)::parcels,
                Instant.now()),
            AnswersLimits.COMMAND);
    try (ResultsDatabase other =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("other"), Optional.empty(), Optional.empty()))) {
      AnswerStore answers = new AnswerStore(other);
      answers.add(CalledSite.INCIDENT, kept(given).subList(0, before));
      answers.add(CalledSite.INCIDENT, read.answers().stream().map(GivenAnswer::answer).toList());
      return kept(other);
    }
  }

  @Test
  @Order(3)
  void nothingIsKept_whenOtherAnswersCameInMeanwhile() throws IOException {
    byte[] csv =
        """
        parcel_id,answer,answered_at,by
        Q101,ON_SHELF,2022-04-15T10:30,Lin
        Q102,HANDED_PAID,2022-04-15T10:30,Lin
        """
            .getBytes(StandardCharsets.UTF_8);
    String look = look(bpm, "q.csv", csv);
    assertThat(look).contains("answers.csv:2 answer");
    bpm.post(
        "/runs/1/answers",
        Map.of("parcel", "Q101", "answer", "NOT_FOUND", "at", "2022-04-15T10:30"),
        bpm.csrf("/runs/1/calls"));

    String again = confirm(bpm, fields(look));
    assertThat(again)
        .contains("Nothing was kept: other answers came in meanwhile.", "Conflicts (1)");
    assertThat(kept(console.database())).hasSize(1);
    assertThat(confirm(bpm, fields(again))).contains("2 answers kept.");
    assertThat(kept(console.database())).hasSize(3);
  }

  @Test
  @Order(2)
  void upload_isOfOnePerson_inOneSession_andOneRun() throws IOException {
    site.reconcile(console.database());
    String look = look(bpm, "filled-in.xlsx", filled());
    Map<String, String> fields = fields(look);
    Browser elsewhere = console.signedIn(Role.BPM);
    assertThat(elsewhere.get(UPLOAD + "?look=" + fields.get("look")).body())
        .contains("The file is no longer there");
    assertThat(confirm(elsewhere, fields)).contains("The file is no longer there");
    assertThat(bpm.get("/runs/2/upload?look=" + fields.get("look")).body())
        .contains("The file is no longer there");
    fields.put("sha256", "0".repeat(64));
    assertThat(confirm(bpm, fields)).contains("Nothing was kept");
    assertThat(kept(console.database())).isEmpty();
    Browser finance = console.signedIn(Role.FINANCE);
    assertThat(finance.get(UPLOAD).statusCode()).isEqualTo(403);
    assertThat(finance.post(CONFIRM, fields, finance.csrf("/")).statusCode()).isEqualTo(403);
    assertThat(bpm.upload(UPLOAD, "x.xlsx", filled(), "forged").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(1)
  void hostileFiles_areTold_andLeaveNothing() throws IOException {
    assertThat(look(bpm, "../../../etc/passwd", zip("[Content_Types].xml", 64 << 20)))
        .contains("No answer was taken from it", "From “passwd”");
    assertThat(look(bpm, "many.xlsx", zip("xl/x.xml", 200 << 20))).contains("unpacks to more than");
    assertThat(look(bpm, "entity.xlsx", entity())).contains("No answer was taken from it");
    try (XSSFWorkbook macros = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
      macros.createSheet("Store calls");
      assertThat(look(bpm, "macros.xlsm", bytes(macros))).contains("has macros");
    }
    assertThat(look(bpm, "picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}))
        .contains("neither a workbook nor CSV");
    assertThat(look(bpm, "page.html", "<script>x</script>".getBytes(StandardCharsets.UTF_8)))
        .contains("is missing (seen &lt;script&gt;")
        .doesNotContain("<script>x");
    assertThat(look(bpm, "empty.csv", new byte[0])).contains("There was nothing in it");
    assertThat(look(bpm, "large.csv", new byte[(16 << 20) + 1]))
        .contains("The file: it is larger than 16 MB. Nothing of it was read. Remove the sheets");
    HttpResponse<String> far = bpm.upload(UPLOAD, "far.xlsx", new byte[33 << 20], bpm.csrf(UPLOAD));
    assertThat(far.statusCode()).isEqualTo(413);
    assertThat(far.body()).contains("<main id=\"main\"", "The file: it is larger than 16 MB.");
    assertThat(waiting()).isZero();
    assertThat(kept(console.database())).isEmpty();
    assertThat(bpm.get("/").statusCode()).isEqualTo(200);
  }

  private static byte[] zip(String part, int unpacked) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(part));
      byte[] blanks = new byte[1 << 20];
      for (int done = 0; done < unpacked; done += blanks.length) {
        zip.write(blanks);
      }
    }
    return bytes.toByteArray();
  }

  /** A workbook whose first sheet asks for a file of this machine. */
  private static byte[] entity() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          ("<!DOCTYPE x [<!ENTITY secret SYSTEM \""
                  + secret.toUri()
                  + "\">]><Types>&secret;</Types>")
              .getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  @Order(5)
  void files_areDeleted_whenTheConsoleEnds() throws IOException {
    look(bpm, "filled-in.xlsx", filled());
    assertThat(waiting()).isPositive();
    console.close();
    assertThat(waiting()).isZero();
  }
}
