package parcelrecon.source.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPatternTest {

  @Test
  void knownPattern_hasTheFieldsOfTheCombinedLog() {
    assertThat(AccessPattern.of("combined").columns())
        .containsExactly(
            "remote",
            "user",
            "time",
            "request",
            "status",
            "bytes",
            "referer",
            "agent",
            "forwarded");
    assertThat(AccessPattern.of("combined-timed").columns()).contains("duration", "upstream");
    assertThat(AccessPattern.of("combined").timeFormat()).isEqualTo("dd/MMM/yyyy:HH:mm:ss Z");
  }

  @Test
  void ownPattern_hasItsNamedGroups_andIsoTimes() {
    AccessPattern own = AccessPattern.of("(?<a>x)\\(?<b>(?:y)(?<c2>(?<=z))");
    assertThat(own.columns()).containsExactly("a", "c2");
    assertThat(own.timeFormat()).isEqualTo("iso-8601");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "combind | is no known pattern, did you mean \"combined\"?",
        "'' | is no known pattern",
        "(?<a>x | is no regular expression (Unclosed group near 6)",
        "(a) | has no named groups",
        "(?<request_time>x) | is no regular expression (named capturing group is missing trailing '>' near 10)",
      })
  void pattern_isRefused_whenItIsNone(String text, String why) {
    assertThatThrownBy(() -> AccessPattern.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }
}
