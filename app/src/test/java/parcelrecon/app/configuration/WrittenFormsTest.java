package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, URLs and secrets in texts, as configurations write them. */
class WrittenFormsTest {

  @ParameterizedTest
  @CsvSource({
    "3s, PT3S",
    "15m, PT15M",
    "1h, PT1H",
    "7d, PT168H",
    "500ms, PT0.5S",
    "0s, PT0S",
    "90m, PT90M"
  })
  void duration_isReadAndWrittenAlike_whenInItsLargestUnit(String text, Duration duration) {
    assertThat(DurationText.parse(text)).contains(duration);
    assertThat(DurationText.format(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "s", "-1s", "1.5h", "3 s", "3S", "1w", "9999999999s", "PT3S"})
  void duration_isNone_whenNotANumberAndAUnit(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:h2:file:./data/results | jdbc:h2:file:/site/data/results",
        "jdbc:h2:./a b;MODE=MySQL | jdbc:h2:file:/site/a b;MODE=MySQL",
        "jdbc:h2:../other | jdbc:h2:file:/other",
        "jdbc:h2:file:/var/x | jdbc:h2:file:/var/x",
        "jdbc:h2:mem:x | jdbc:h2:mem:x",
        "jdbc:h2:tcp://h/x | jdbc:h2:tcp://h/x",
        "jdbc:h2:~/x | jdbc:h2:~/x",
        "jdbc:mariadb://h/db | jdbc:mariadb://h/db",
      })
  void h2File_countsFromTheConfiguration_whenItsPathIsRelative(String url, String absolute) {
    assertThat(JdbcUrl.absolute(url, Path.of("/site"))).isEqualTo(absolute);
  }

  @Test
  void url_losesItsSecrets_whenShown() {
    assertThat(Secrets.withoutUrlSecrets("jdbc:h2:x;USER=a;PASSWORD=b c;MODE=d"))
        .isEqualTo("jdbc:h2:x;USER=a;PASSWORD=***;MODE=d");
    assertThat(Secrets.withoutUrlSecrets("jdbc:postgresql://me:secret@h/x?password=y&a=b"))
        .isEqualTo("jdbc:postgresql://***@h/x?password=***&a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "sasl.jaas.config",
        "ssl.key.password",
        "DB_PASSWD",
        "API_KEY",
        "apikey"
      })
  void name_holdsASecret_whenItSaysSo(String name) {
    assertThat(Secrets.isSecretName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "by-key", "user", "url", "topics", "id-pattern", "parcel_id"})
  void name_holdsNoSecret_whenItIsAnOrdinaryKey(String name) {
    assertThat(Secrets.isSecretName(name)).isFalse();
  }
}
