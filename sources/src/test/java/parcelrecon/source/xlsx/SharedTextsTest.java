package parcelrecon.source.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

  private static final int TEXTS = 50_001;

  private static String text(int index) {
    return index % 7 == 0 ? "" : "金額" + index + "x".repeat(index % 300);
  }

  @Test
  void texts_areThoseAdded_inAnyOrderAskedFor() throws IOException {
    Random random = new Random(7);
    try (SharedTexts texts = new SharedTexts()) {
      for (int index = 0; index < TEXTS; index++) {
        texts.add(text(index));
      }
      texts.finish();
      for (int index = 0; index < TEXTS; index++) {
        assertThat(texts.get(index)).isEqualTo(text(index));
      }
      for (int look = 0; look < 2_000; look++) {
        int index = random.nextInt(TEXTS);
        assertThat(texts.get(index)).isEqualTo(text(index));
      }
      assertThat(texts.get(TEXTS)).isNull();
      assertThat(texts.get(-1)).isNull();
    }
  }

  @Test
  void text_isNone_whenThereAreNoTexts() throws IOException {
    try (SharedTexts texts = new SharedTexts()) {
      texts.finish();
      assertThat(texts.get(0)).isNull();
    }
  }
}
