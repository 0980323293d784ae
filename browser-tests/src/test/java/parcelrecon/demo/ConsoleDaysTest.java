package parcelrecon.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.Main;
import parcelrecon.app.configuration.Environment;

/**
 * Each user's day as docs/console.md tells it, in a real browser, on the demo's incident. The days
 * follow each other: finance decides on what ops' run found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleDaysTest {

  /** As long as a page may take on a busy machine. */
  private static final double ANSWER_MILLIS_MAX = 60_000;

  /** What finance ticks in the list of mismatches. */
  private static final String ROWS = "#parcels input[name=row]";

  @TempDir static Path folder;

  /** A page tells a person no more than that something failed; the process tells what. */
  @RegisterExtension
  final TestExecutionExceptionHandler lastWords =
      (test, thrown) -> {
        // Not as suppressed: reports of tests leave that out.
        throw new AssertionError(
            thrown.getMessage() + "\nThe console said last:\n" + this.console.lastWords(), thrown);
      };

  private ConsoleSite site;
  private ConsoleProcess console;
  private Chromium browser;

  @BeforeAll
  void start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(ANSWER_MILLIS_MAX);
    site = ConsoleSite.make(folder.resolve("demo"));
    console =
        ConsoleProcess.start(site.configuration(), site.outputs(), folder.resolve("console.txt"));
    browser = new Chromium();
    Files.createDirectories(Visit.PICTURES);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (console != null) {
      console.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  @Order(1)
  void ops() throws IOException {
    Guide guide = new Guide("Ops’ day");
    Visit visit = new Visit(console, browser.desktop());

    guide.step("Sign in");
    visit.signIn("olga");
    guide.step("Choose **Start a run**");
    visit.main().getByRole(AriaRole.LINK, Visit.named("Start a run")).click();
    visit.choose("#incident", "Kafka cluster down");
    guide.step("Choose **Check the sources**");
    visit.button("Check the sources").click();
    assertThat(visit.find("#look")).containsText("complete");
    guide.step("Choose **Start the run**");
    visit.button("Start the run").click();
    assertThat(visit.find("#progress")).containsText("Read the sources");
    guide.step("Choose **Stop the run**");
    visit.button("Stop the run").click();
    visit.button("Go on with the run").click(Visit.patiently());
    guide.step("Look at the run");
    assertThat(visit.page().getByText("affected parcels, of"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Visit.MILLIS_MAX));
    assertThat(visit.find("#minutes-chart canvas")).isVisible();
    visit.picture("console-run");
    guide.step("Choose **Downloads**");
    visit.main().getByRole(AriaRole.LINK, Visit.named("Downloads")).click();
    Path workbook =
        visit.downloaded(visit.find(".file").first().getByRole(AriaRole.LINK, Visit.named("繁體中文")));
    try (Workbook opened = open(workbook)) {
      assertThat(opened.getSheetName(0)).isEqualTo("總覽");
    }
    guide.end();
  }

  @Test
  @Order(2)
  void bpm() throws IOException {
    Guide guide = new Guide("BPM’s day");
    Visit visit = new Visit(console, browser.phone());

    guide.step("Sign in");
    visit.signIn("bei");
    visit.openRun();
    visit.link("Call list").click();
    guide.step("Choose what a store says");
    Locator call = visit.find("article.call").first();
    String parcel = call.locator("h3").innerText();
    call.getByLabel("on the shelf").check();
    call.getByLabel("Note").fill("seen by the night shift");
    call.getByRole(AriaRole.BUTTON, Visit.named("Keep answer")).click();
    assertThat(visit.find("article.call").first()).containsText("Kept.");
    assertThat(visit.find("article.call").first()).containsText("seen by the night shift");
    visit.picture("console-calls");
    guide.step("Choose **Affected parcels**");
    visit.openRun();
    visit.link("Affected parcels").click();
    visit.find("select[name=kind]").selectOption("UNCOLLECTED");
    visit.filter();
    assertThat(visit.page()).hasURL(Pattern.compile("kind=UNCOLLECTED"));
    assertThat(visit.find("#count")).containsText("rows");
    guide.step("Open a parcel");
    visit.go("/runs/1/parcel?id=" + parcel);
    assertThat(visit.find("main")).containsText(parcel);
    assertThat(visit.find("main")).containsText("Asia/Taipei");
    guide.step("Choose **Download as Excel**");
    visit.page().goBack();
    try (Workbook opened = open(visit.downloaded(visit.link("Download as Excel")))) {
      assertThat(opened.getSheetAt(0).getLastRowNum()).isGreaterThan(100);
    }
    guide.step("Choose **Upload a filled-in workbook**");
    Path filledIn = filledIn(visit);
    visit.go("/runs/1/upload");
    visit.find("input[type=file]").setInputFiles(filledIn);
    visit.button("Look at it").click();
    assertThat(visit.find("main")).containsText("answers understood.");
    visit.button("Keep these answers").click();
    assertThat(visit.find("main")).containsText("answers kept.");
    guide.end();
  }

  @Test
  @Order(3)
  void finance() throws IOException {
    Guide guide = new Guide("Finance’s day");
    Visit visit = new Visit(console, browser.desktop());

    guide.step("Sign in");
    visit.signIn("fang");
    visit.openRun();
    visit.link("Affected parcels").click();
    visit.find("select[name=kind]").selectOption("UNCOLLECTED");
    visit.filter();
    assertThat(visit.page()).hasURL(Pattern.compile("kind=UNCOLLECTED"));
    guide.step("Select rows");
    Locator all = visit.page().getByLabel("All on this page");
    all.press("Space");
    assertThat(visit.find(ROWS + ":checked")).hasCount(visit.find(ROWS).count());
    visit.find(ROWS).first().uncheck();
    assertThat(all).isChecked(new LocatorAssertions.IsCheckedOptions().setIndeterminate(true));
    all.check();
    all.uncheck();
    assertThat(visit.find(ROWS + ":checked")).hasCount(0);
    visit.find(ROWS).first().check();
    visit.decide("confirmed", "till roll seen");
    visit.button("Do it for this mismatch").click();
    assertThat(visit.find("h1")).containsText("Parcels");
    visit.go("/runs/1/parcels?kind=UNCOLLECTED&decision=CONFIRMED");
    assertThat(visit.find(ROWS)).hasCount(1);
    guide.step("Choose **everything the filter finds**");
    visit.go("/runs/1/parcels?standing=AFFECTED");
    visit.page().getByLabel("everything the filter finds").check();
    visit.decide("confirmed", "the incident's own");
    assertThat(visit.find("main")).containsText("These are all that the filter finds.");
    visit.main().getByRole(AriaRole.BUTTON, Visit.named("Do it for")).click(Visit.patiently());
    assertThat(visit.find("h1")).hasText("Done");
    visit.go("/runs/1/parcels?standing=AFFECTED&decision=OPEN");
    assertThat(visit.find("#count")).isVisible();
    assertThat(visit.find(ROWS)).hasCount(0);
    guide.step("Assign work");
    visit.go("/runs/1/parcels?kind=PAID_TWICE");
    visit.find(ROWS).first().check();
    visit.find("#review input[name=assignee]").fill("fang");
    visit.button("Assign").click();
    visit.button("Do it for this mismatch").click();
    assertThat(visit.find("h1")).containsText("Parcels");
    visit.go("/runs/1/parcels?assignee=fang");
    assertThat(visit.find(ROWS)).hasCount(1);
    visit.go("/runs/1/parcels?kind=UNCOLLECTED&decision=CONFIRMED");
    visit.picture("console-review");
    guide.step("Choose **Datafix packages**");
    visit.openRun();
    visit.link("Datafix packages").click();
    visit.button("Make a package").click(Visit.patiently());
    assertThat(visit.find("h1")).hasText("Package 1");
    assertThat(visit.find("main")).containsText("You made this package.");
    guide.end();
  }

  @Test
  @Order(4)
  void approver() throws IOException {
    Guide guide = new Guide("The approver’s day");
    Visit visit = new Visit(console, browser.desktop());

    guide.step("Sign in");
    visit.signIn("ada");
    visit.openRun();
    visit.link("Datafix packages").click();
    visit.link("Package 1").click();
    guide.step("Choose **Approve**");
    visit
        .main()
        .getByRole(AriaRole.BUTTON, Visit.named("Approve").setExact(true))
        .click(Visit.patiently());
    assertThat(visit.find(".history")).containsText("Approved by ada");
    visit.picture("console-package");
    guide.step("Choose **Download the approved package**");
    Path zip = visit.downloaded(visit.link("Download the approved package"));
    Path unpacked = Unzipped.into(folder.resolve("package"), zip);
    StringWriter said = new StringWriter();
    assertThat(
            command(
                said,
                "datafix",
                "-c",
                site.configuration().toString(),
                "verify",
                unpacked.toString()))
        .as(said.toString())
        .isZero();
    guide.end();
  }

  @Test
  @Order(5)
  void fiftyUsers_areServedWithoutAnError() throws Exception {
    FiftyUsers.Outcome outcome =
        new FiftyUsers(
                console,
                List.of(
                    "/",
                    "/runs/1",
                    "/runs/1/parcels",
                    "/runs/1/parcels?kind=UNCOLLECTED",
                    "/runs/1/parcels?standing=AFFECTED&verdict=ON_SHELF",
                    "/runs/1/calls",
                    "/runs/1/packages"))
            .look(ConsoleSite.PASSWORD, Duration.ofMinutes(1));

    assertThat(outcome.failures()).isEmpty();
    System.out.println("50 users for one minute: " + outcome);
    assertThat(outcome.pages()).isGreaterThan(150);
  }

  @Test
  @Order(6)
  void admin() throws Exception {
    Guide guide = new Guide("The admin’s day");
    Visit visit = new Visit(console, browser.desktop());

    guide.step("Sign in");
    visit.signIn("adam");
    visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit")).click();
    assertThat(visit.find("table.audit")).containsText("adam");
    guide.step("Choose **Check now**");
    String head = visit.find("section .mono").first().innerText();
    visit.button("Check now").click();
    assertThat(visit.find("#check")).containsText("as they were written");
    guide.step("When the console is stopped");
    assertThat(console.stop()).isZero();
    StringWriter said = new StringWriter();
    assertThat(
            command(said, "audit", "-c", site.configuration().toString(), "verify", "--head", head))
        .as(said.toString())
        .isZero();
    guide.end();
  }

  @Test
  @Order(99)
  void browser_hadNothingToComplainAbout() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static int command(StringWriter said, String... arguments) {
    PrintWriter out = new PrintWriter(said, true);
    return Main.run(out, out, Environment.ofProcess(), arguments);
  }

  private static Workbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  /** The workbook as the console hands it out, with what stores say written into it. */
  private Path filledIn(Visit visit) {
    visit.go("/runs/1/files");
    Path workbook =
        visit.downloaded(
            visit.find(".file").first().getByRole(AriaRole.LINK, Visit.named("English")));
    Path filledIn = folder.resolve("filled-in.xlsx");
    StoreAnswers.fillIn(workbook, filledIn, site.truth());
    return filledIn;
  }
}
