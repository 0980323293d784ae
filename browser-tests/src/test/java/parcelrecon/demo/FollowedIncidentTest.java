package parcelrecon.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/** An incident followed to its end, and ordinary days, as docs/console.md tells them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowedIncidentTest {

  private static final String INCIDENT = "/incidents?id=till-outage";

  /** Each was shown as failed, too. */
  private static final int HEALED = 2 * FollowedSite.PAID;

  private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

  /** How many colours are on a canvas: one that nothing was drawn on has none. */
  private static final String COLOURS =
      """
      canvas => {
        const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Set();
        for (let at = 0; at < dots.length; at += 4) {
          if (dots[at + 3] > 0) seen.add(dots[at] << 16 | dots[at + 1] << 8 | dots[at + 2]);
        }
        return seen.size;
      }""";

  @TempDir static Path folder;

  /** A page tells a person no more than that something failed; the process tells what. */
  @RegisterExtension
  final TestExecutionExceptionHandler lastWords =
      (test, thrown) -> {
        throw new AssertionError(
            thrown.getMessage() + "\nThe console said last:\n" + this.console.lastWords(), thrown);
      };

  private ConsoleProcess console;
  private Chromium browser;

  @BeforeAll
  void start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(ANSWER_MAX.toMillis());
    FollowedSite site = FollowedSite.make(folder.resolve("site"));
    console =
        ConsoleProcess.start(site.configuration(), site.outputs(), folder.resolve("console.txt"));
    browser = new Chromium();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (console != null) {
      console.close();
    }
  }

  @Test
  @Order(1)
  void incident() throws IOException {
    Guide guide = new Guide("An incident to its end");
    Visit visit = new Visit(console, browser.desktop());
    visit.signIn("olga");

    guide.step("Choose **Compare with run N**");
    visit.go("/");
    visit.link("Run 2").click();
    assertDrawn(visit.find("#minutes-chart canvas"));
    visit.link("Compare with run 1").click();
    assertThat(visit.find("#sums tbody tr td").nth(1)).hasText(String.valueOf(HEALED));
    visit.choose("select[name=change]", "put right");
    visit.button("Show").click();
    assertThat(visit.find("#rows tbody tr").first()).containsText("payments:payments.csv:");
    assertThat(visit.find("#rows tbody tr")).hasCount(HEALED);
    guide.step("Choose **Ask again for the known parcels**");
    visit.go("/runs/2");
    visit.button("Ask again for the known parcels").click();
    assertThat(visit.page().getByText("asked again for the parcels of run 2")).isVisible();
    assertThat(visit.page().getByText("affected parcels, of")).isVisible();
    guide.step("Choose **The incident, day by day**");
    visit.link("The incident, day by day").click();
    assertDrawn(visit.find("#burn-chart canvas"));
    assertThat(visit.find("#burn tbody tr").first()).containsText("2022-04-14");
    assertThat(visit.find("#ages")).containsText("8 or more");
    assertThat(visit.find("#oldest tbody tr").first()).containsText("P16");
    guide.step("Choose **Close the incident**");
    visit.button("Close the incident").click();
    assertThat(visit.find("textarea[name=reason]:invalid")).isVisible();
    visit.page().getByLabel("Why it is closed all the same").fill("written off");
    visit.button("Close the incident").click();
    assertThat(visit.find("main")).containsText("Closed by olga");
    assertThat(visit.find("main")).containsText("written off");
    guide.step("Choose **Download the closing pack**");
    Path pack = visit.downloaded(visit.link("Download the closing pack"));
    assertThat(Unzipped.into(folder.resolve("pack"), pack))
        .isDirectoryContaining("glob:**.sha256")
        .isDirectoryContaining("glob:**.xlsx");
    guide.step("Choose **Open it again**");
    visit.page().getByLabel("Why it is opened again").fill("money came");
    visit.button("Open it again").click();
    assertThat(visit.find(".history")).containsText("Opened again by olga");
    assertThat(visit.button("Close the incident")).isVisible();
    guide.end();
  }

  @Test
  @Order(2)
  void schedules() throws IOException {
    Guide guide = new Guide("Ordinary days");
    Visit visit = new Visit(console, browser.desktop());
    visit.signIn("olga");

    guide.step("Choose **Schedules**");
    visit.find("header nav").getByRole(AriaRole.LINK, Visit.named("Schedules")).click();
    assertThat(visit.find("main")).containsText("No window is over yet.");
    visit.link("Hourly watch").click();
    guide.step("Choose **Pause**");
    visit.button("Pause").click();
    assertThat(visit.find("main")).containsText("paused by olga");
    assertThat(visit.button("Reconcile the next window now")).hasCount(0);
    visit.button("Go on").click();
    assertThat(visit.button("Pause")).isVisible();
    guide.step("Choose **Reconcile the next window now**");
    visit.button("Reconcile the next window now").click();
    assertThat(visit.find("main tbody .tag").getByText("done")).isVisible();
    assertThat(visit.find("main tbody td.number").first()).hasText("0");
    guide.end();
  }

  @Test
  @Order(3)
  void pages_fitAPhone_inEveryLanguage() {
    Visit visit = new Visit(console, browser.phone());
    visit.signIn("olga");
    for (String language : new String[] {"English", "繁體中文", "简体中文"}) {
      visit.find(".language").getByText(language).click();
      assertThat(visit.find(".language [aria-pressed=true]")).hasText(language);
      for (String path :
          new String[] {
            "/", "/runs/2", "/runs/2/diff", "/schedules", "/schedules/hourly", INCIDENT
          }) {
        visit.go(path);
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s in %s is no wider than the screen", path, language)
            .isEqualTo(true);
      }
      assertDrawn(visit.find("#burn-chart canvas"));
    }
    assertThat(visit.find("#close-title")).hasText("结案");
  }

  @Test
  @Order(99)
  void browser_hadNothingToComplainAbout() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void assertDrawn(Locator canvas) {
    assertThat(canvas).isVisible();
    assertThat((int) canvas.evaluate(COLOURS)).as("colours of the chart").isGreaterThan(3);
  }
}
