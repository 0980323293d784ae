package parcelrecon.report.datafix.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class H2LiteralsTest {

  @Test
  void literals_areQuotedAsH2ReadsThem() {
    H2Literals literals = new H2Literals(ZoneId.of("Asia/Taipei"));
    assertThat(literals.of("o'clock''")).isEqualTo("'o''clock'''''");
    assertThat(literals.of(null)).isEqualTo("null");
    assertThat(literals.of(-3L)).isEqualTo("-3");
    assertThat(literals.of(Instant.parse("2022-04-13T11:42:39.5Z")))
        .isEqualTo("timestamp with time zone '2022-04-13 19:42:39.5+08:00'");
  }
}
