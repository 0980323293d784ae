package parcelrecon.results.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditActTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\0", "\u001b", "\u0085", "\u202e", "\u200b", "\u2028", "\u2029", "\ud800",
        "\udc00"
      })
  void text_keepsNothingAScreenActsOn_whereverItStands(String hostile) {
    String text = "a" + hostile + "b";
    AuditAct act = new AuditAct(text, AuditAction.SIGN_IN_FAILED, text, Map.of("agent", text));
    assertThat(act.actor()).isEqualTo("a\uFFFDb");
    assertThat(act.subject()).isEqualTo("a\uFFFDb");
    assertThat(act.detail()).containsEntry("agent", "a\uFFFDb");
  }

  @Test
  void text_isCut_whenItIsTooLong() {
    String emoji = "\uD83D\uDCE6";
    AuditAct act =
        new AuditAct(
            emoji.repeat(101),
            AuditAction.DOWNLOADED,
            "x".repeat(1_000_000),
            Map.of("file", "y".repeat(501)));
    assertThat(act.actor()).isEqualTo(emoji.repeat(99) + "…");
    assertThat(act.subject()).isEqualTo("x".repeat(199) + "…");
    assertThat(act.detail()).containsEntry("file", "y".repeat(499) + "…");
  }

  @Test
  void text_isKeptWhole_whenItIsAsLongAsMayBe() {
    AuditAct act = new AuditAct("林".repeat(100), AuditAction.DOWNLOADED, "x".repeat(200));
    assertThat(act.actor()).isEqualTo("林".repeat(100));
    assertThat(act.subject()).isEqualTo("x".repeat(200));
  }

  @Test
  void detail_isADefect_whenItHasAWrongKeyOrTooMany() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuditAct("lin", AuditAction.REVIEWED, "run 1", Map.of("a b", "c")));
    Map<String, String> many =
        IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuditAct("lin", AuditAction.REVIEWED, "run 1", many));
  }
}
