package parcelrecon.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;

/** A person at the console: what he clicks, by the words he reads. */
record Visit(ConsoleProcess console, Page page) {

  static final Path PICTURES = Path.of("target", "pictures");

  /** As long as a run of the incident may take on a busy machine. */
  static final double MILLIS_MAX = Duration.ofMinutes(8).toMillis();

  void signIn(String name) {
    go("/");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(ConsoleSite.PASSWORD);
    button("Sign in").click();
    assertThat(page.locator("header .name")).hasText(name);
  }

  void go(String path) {
    page.navigate(console.at(path));
  }

  void openRun() {
    go("/");
    link("Run 1").click();
  }

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  Locator link(String words) {
    return main().getByRole(AriaRole.LINK, named(words));
  }

  Locator button(String words) {
    return main().getByRole(AriaRole.BUTTON, named(words));
  }

  static Locator.GetByRoleOptions named(String words) {
    return new Locator.GetByRoleOptions().setName(words);
  }

  static Locator.ClickOptions patiently() {
    return new Locator.ClickOptions().setTimeout(MILLIS_MAX);
  }

  /** Chooses the option that has words in it. */
  void choose(String selector, String words) {
    Locator option =
        page.locator(selector + " option", new Page.LocatorOptions().setHasText(words)).first();
    page.locator(selector).selectOption(option.getAttribute("value"));
  }

  /** Until the list of before is gone: the address changes first. */
  void filter() {
    find("#list").evaluate("list => list.setAttribute('data-before', '')");
    button("Filter").click();
    assertThat(find("#list[data-before]")).hasCount(0);
  }

  /** Decides on what is selected, as far as the page that asks once more. */
  void decide(String decision, String note) {
    find("#review select[name=decision]").selectOption(new SelectOption().setLabel(decision));
    find("#review textarea[name=note]").fill(note);
    button("Decide").click();
    assertThat(find("h1")).hasText("Please confirm");
  }

  Path downloaded(Locator link) {
    return page.waitForDownload(
            new Page.WaitForDownloadOptions().setTimeout(MILLIS_MAX), link::click)
        .path();
  }

  /** Of what fits on the screen: lists go on below it. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
