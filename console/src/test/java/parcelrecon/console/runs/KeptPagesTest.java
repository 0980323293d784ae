package parcelrecon.console.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

  private final KeptPages pages = new KeptPages();
  private final AtomicInteger made = new AtomicInteger();

  private RunPage page(long run, String language) {
    return pages.of(
        run,
        language,
        () -> {
          made.incrementAndGet();
          return null;
        });
  }

  @Test
  void page_isMadeOnce_forEachRunAndLanguage() {
    page(1, "en");
    page(1, "en");
    page(1, "zh-TW");
    page(2, "en");

    assertThat(made).hasValue(3);
  }

  @Test
  void pages_areForgotten_thoseNotLookedAtFirst() {
    page(1, "en");
    for (int run = 2; run <= KeptPages.KEPT_MAX + 1; run++) {
      page(run, "en");
    }
    page(KeptPages.KEPT_MAX + 1, "en");
    page(1, "en");

    assertThat(made).hasValue(KeptPages.KEPT_MAX + 2);
  }

  @Test
  void failure_isNotKept() {
    assertThatThrownBy(
            () ->
                pages.of(
                    1,
                    "en",
                    () -> {
                      throw new IllegalArgumentException("away");
                    }))
        .hasMessage("away");

    page(1, "en");

    assertThat(made).hasValue(1);
  }
}
