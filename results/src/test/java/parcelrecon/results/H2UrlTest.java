package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

class H2UrlTest {

  @Test
  void url_isMadeDurable_whenItSetsNothing() {
    assertThat(H2Url.durable("jdbc:h2:file:/data/results"))
        .isEqualTo(
            "jdbc:h2:file:/data/results;LOCK_TIMEOUT=30000;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
  }

  @Test
  void url_isMadeDurableOnce_whenItSetsTheSameItself() {
    assertThat(
            H2Url.durable("jdbc:h2:file:/r;write_delay=500;lock_timeout=9;DB_CLOSE_ON_EXIT=TRUE;"))
        .isEqualTo("jdbc:h2:file:/r;lock_timeout=9;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:/r;INIT=runscript from 'http://x/y.sql'",
        "jdbc:h2:file:/r;init=create table x(a int)",
        "jdbc:h2:file:/r;CACHE_SIZE=1\\;INIT=select 1",
        "jdbc:h2:file:/r;AUTO_SERVER=TRUE",
        "jdbc:h2:file:/r;JAVA_OBJECT_SERIALIZER='x.Y'",
        "jdbc:h2:tcp://127.0.0.1/r",
        "jdbc:h2:ssl://127.0.0.1/r",
        "jdbc:h2:mem:r",
        "jdbc:h2:file:",
        "jdbc:sqlite:/r",
        ";",
        ""
      })
  void url_isRefused_whenItCouldRunCodeOrIsNoFile(String url) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> H2Url.durable(url))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
        .withMessageStartingWith("results.url: ");
  }

  @Test
  void message_namesNoSecret_whenUrlOfAnotherDatabaseHasOne() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> H2Url.durable("jdbc:postgresql://db/recon?user=u&password=hush"))
        .withMessageContaining("jdbc:postgresql://db/recon")
        .withMessageNotContaining("hush");
  }
}
