package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

class PostgresUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/recon",
        "jdbc:postgresql://[::1]:5433/recon",
        "jdbc:postgresql://a:5432,b:5432/recon?targetServerType=primary&currentSchema=team",
        "jdbc:postgresql://db/recon?sslmode=verify-full&sslrootcert=/etc/ca.pem&connectTimeout=3",
      })
  void url_isTakenAsItIs_whenItsSettingsDoNoHarm(String url) {
    assertThat(PostgresUrl.safe(url)).isEqualTo(url);
  }

  @Test
  void place_isHostPortAndDatabase_whateverIsSet() {
    assertThat(PostgresUrl.place("jdbc:postgresql://a:5432,b/recon?ssl=true"))
        .isEqualTo("a:5432,b/recon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/recon?socketFactory=x.Y&socketFactoryArg=http://x/y.xml",
        "jdbc:postgresql://db/recon?sslfactory=x.Y",
        "jdbc:postgresql://db/recon?sslhostnameverifier=x.Y",
        "jdbc:postgresql://db/recon?sslpasswordcallback=x.Y",
        "jdbc:postgresql://db/recon?authenticationPluginClassName=x.Y",
        "jdbc:postgresql://db/recon?connectExecutor=x.Y",
        "jdbc:postgresql://db/recon?xmlFactoryFactory=x.Y",
        "jdbc:postgresql://db/recon?loggerFile=/etc/passwd&loggerLevel=TRACE",
        "jdbc:postgresql://db/recon?options=-c%20search_path=x",
        "jdbc:postgresql://db/recon?service=team",
        "jdbc:postgresql://db/recon?ssl=true&&Socketfactory=x",
        "jdbc:postgresql://db/",
        "jdbc:postgresql://db",
        "jdbc:postgresql:recon",
        "jdbc:postgresql:///recon",
      })
  void url_isRefused_whenItCouldLoadClassesOrNamesNoDatabase(String url) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PostgresUrl.safe(url))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
        .withMessageStartingWith("results.url: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/recon?user=u&password=hush",
        "jdbc:postgresql://u:hush@db/recon",
        "jdbc:postgresql://db/recon?sslpassword=hush"
      })
  void message_namesNoSecret_whenTheUrlHasOne(String url) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PostgresUrl.safe(url))
        .withMessageNotContaining("hush");
  }
}
