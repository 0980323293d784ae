package parcelrecon.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void text_isFourSentences() {
    assertThat(new Problem("a.csv:1", "no x, did you mean \"y\"?", "Stopped", "Correct it.").text())
        .isEqualTo("a.csv:1: no x, did you mean \"y\"? Stopped. Correct it.");
  }

  @Test
  void controlCharacters_areShownAsUnreadable_whereTheyWereSeen() {
    assertThat(new Problem("\u001B]0;t", "seen \"p\0\", \u009B2J", "a\tb", "c\nd").text())
        .isEqualTo("\uFFFD]0;t: seen \"p\uFFFD\", \uFFFD2J. a\tb. c\nd.");
  }
}
