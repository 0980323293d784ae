package parcelrecon.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * Each user's day as docs/console.md tells it, in a real browser, on the demo's incident. The days
 * follow each other: finance decides on what ops' run found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleDaysTest {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final double RUN_MILLIS_MAX = Duration.ofMinutes(8).toMillis();

  @TempDir static Path folder;

  private ConsoleSite site;
  private ConsoleProcess console;
  private Chromium browser;

  @BeforeAll
  void start() throws Exception {
    site = ConsoleSite.make(folder.resolve("demo"));
    console =
        ConsoleProcess.start(site.configuration(), site.outputs(), folder.resolve("console.txt"));
    browser = new Chromium();
    Files.createDirectories(PICTURES);
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
    Page page = browser.desktop();

    guide.step("Sign in");
    signIn(page, "olga");
    guide.step("Choose **Start a run**");
    main(page).getByRole(AriaRole.LINK, named("Start a run")).click();
    page.locator("#incident").selectOption(option(page, "Kafka cluster down"));
    guide.step("Choose **Check the sources**");
    button(page, "Check the sources").click();
    assertThat(page.locator("#look")).containsText("complete");
    guide.step("Choose **Start the run**");
    button(page, "Start the run").click();
    assertThat(page.locator("#progress")).containsText("Read the sources");
    guide.step("Choose **Stop the run**");
    button(page, "Stop the run").click();
    button(page, "Go on with the run").click(patiently());
    guide.step("Look at the run");
    assertThat(page.getByText("affected parcels, of"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(RUN_MILLIS_MAX));
    assertThat(page.locator("#minutes-chart canvas")).isVisible();
    picture(page, "console-run");
    guide.step("Choose **Downloads**");
    main(page).getByRole(AriaRole.LINK, named("Downloads")).click();
    Path workbook =
        downloaded(page, page.locator(".file").first().getByRole(AriaRole.LINK, named("繁體中文")));
    try (Workbook opened = open(workbook)) {
      assertThat(opened.getSheetName(0)).isEqualTo("總覽");
    }
    guide.end();
  }

  @Test
  @Order(2)
  void bpm() throws IOException {
    Guide guide = new Guide("BPM’s day");
    Page page = browser.phone();

    guide.step("Sign in");
    signIn(page, "bei");
    openRun(page);
    link(page, "Call list").click();
    guide.step("Choose what a store says");
    Locator call = page.locator("article.call").first();
    String parcel = call.locator("h3").innerText();
    call.getByLabel("still on the shelf").check();
    call.getByLabel("Note").fill("seen by the night shift");
    call.getByRole(AriaRole.BUTTON, named("Keep answer")).click();
    assertThat(page.locator("article.call").first()).containsText("Kept.");
    assertThat(page.locator("article.call").first()).containsText("seen by the night shift");
    picture(page, "console-calls");
    guide.step("Choose **Affected parcels**");
    openRun(page);
    link(page, "Affected parcels").click();
    page.locator("select[name=kind]").selectOption("COD_UNPAID");
    button(page, "Filter").click();
    assertThat(page.locator("#count")).hasText("188 rows");
    assertThat(page).hasURL(Pattern.compile("kind=COD_UNPAID"));
    guide.step("Open a parcel");
    page.navigate(console.at("/runs/1/parcel?id=" + parcel));
    assertThat(page.locator("main")).containsText(parcel);
    assertThat(page.locator("main")).containsText("Asia/Taipei");
    guide.step("Choose **Download as Excel**");
    page.goBack();
    try (Workbook opened = open(downloaded(page, link(page, "Download as Excel")))) {
      assertThat(opened.getSheetAt(0).getLastRowNum()).isGreaterThan(100);
    }
    guide.step("Choose **Upload a filled-in workbook**");
    Path filledIn = filledIn(page);
    page.navigate(console.at("/runs/1/upload"));
    page.locator("input[type=file]").setInputFiles(filledIn);
    button(page, "Look at it").click();
    assertThat(page.locator("main")).containsText("answers understood.");
    button(page, "Keep these answers").click();
    assertThat(page.locator("main")).containsText("answers kept.");
    guide.end();
  }

  @Test
  @Order(3)
  void finance() throws IOException {
    Guide guide = new Guide("Finance’s day");
    Page page = browser.desktop();

    guide.step("Sign in");
    signIn(page, "fang");
    openRun(page);
    link(page, "Affected parcels").click();
    page.locator("select[name=kind]").selectOption("COD_UNPAID");
    button(page, "Filter").click();
    assertThat(page.locator("#count")).hasText("188 rows");
    guide.end();
  }

  @Test
  @Order(99)
  void browser_hadNothingToComplainAbout() {
    assertThat(browser.complaints()).isEmpty();
  }

  private void openRun(Page page) {
    page.navigate(console.at("/"));
    link(page, "Run 1").click();
  }

  private static Locator link(Page page, String text) {
    return main(page).getByRole(AriaRole.LINK, named(text));
  }

  private static Workbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  /** The workbook as the console hands it out, with what stores say written into it. */
  private Path filledIn(Page page) throws IOException {
    page.navigate(console.at("/runs/1/files"));
    Path workbook =
        downloaded(page, page.locator(".file").first().getByRole(AriaRole.LINK, named("English")));
    Path filledIn = folder.resolve("filled-in.xlsx");
    StoreAnswers.fillIn(workbook, filledIn, site.truth());
    return filledIn;
  }

  private void signIn(Page page, String name) {
    page.navigate(console.at("/"));
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(ConsoleSite.PASSWORD);
    button(page, "Sign in").click();
    assertThat(page.locator("header .name")).hasText(name);
  }

  private static Locator main(Page page) {
    return page.getByRole(AriaRole.MAIN);
  }

  private static Locator button(Page page, String text) {
    return main(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text));
  }

  private static Locator.GetByRoleOptions named(String text) {
    return new Locator.GetByRoleOptions().setName(text);
  }

  private static Locator.ClickOptions patiently() {
    return new Locator.ClickOptions().setTimeout(RUN_MILLIS_MAX);
  }

  /** The value of the option that has a text in it. */
  private static String option(Page page, String text) {
    return page.locator("option", new Page.LocatorOptions().setHasText(text))
        .first()
        .getAttribute("value");
  }

  private static Path downloaded(Page page, Locator link) {
    Download download =
        page.waitForDownload(
            new Page.WaitForDownloadOptions().setTimeout(RUN_MILLIS_MAX), link::click);
    return download.path();
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
