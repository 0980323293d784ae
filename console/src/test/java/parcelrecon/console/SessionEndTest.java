package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.sign.SignSettings.Sessions;
import parcelrecon.console.site.ConsoleSettings;

/** A sign-in ends by itself. */
class SessionEndTest {

  @TempDir private Path folder;

  private ConsoleUnderTest console(Duration idle, Duration max) {
    return new ConsoleUnderTest(
        folder,
        new ConsoleSettings(
            ConsoleUnderTest.HERE,
            new SignSettings(
                ConsoleUnderTest.oneUserForEachRole(),
                Optional.empty(),
                new Sessions(idle, max),
                Optional.empty())));
  }

  private static boolean isSignedIn(Browser browser) {
    return browser.get("/").statusCode() == 200;
  }

  @Test
  void signIn_ends_whenNobodyAsksForAnything_butThePageItself() throws Exception {
    try (ConsoleUnderTest console = console(Duration.ofSeconds(4), Duration.ofHours(1))) {
      Browser browser = console.signedIn(Role.OPS);
      for (int asked = 0; asked < 4; asked++) {
        Thread.sleep(1_500);
        assertThat(isSignedIn(browser)).isTrue();
      }
      for (int asked = 0; asked < 5; asked++) {
        Thread.sleep(1_000);
        browser.get(asked % 2 == 0 ? "/runs/1/progress" : "/runs/1/parcels/progress");
      }
      assertThat(isSignedIn(browser)).isFalse();
    }
  }

  @Test
  void signIn_ends_whateverIsAskedFor() throws Exception {
    try (ConsoleUnderTest console = console(Duration.ofSeconds(4), Duration.ofSeconds(4))) {
      Browser browser = console.signedIn(Role.OPS);
      long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      assertThat(isSignedIn(browser)).isTrue();
      while (System.nanoTime() < until) {
        Thread.sleep(200);
        browser.get("/");
      }
      assertThat(isSignedIn(browser)).isFalse();
    }
  }
}
