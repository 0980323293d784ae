package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

  @Test
  void h2Url_neverCreatesAndNeverWrites_whateverTheSiteSays() {
    assertThat(JdbcUrl.of("jdbc:h2:file:/data/n;mode=MySQL;ifexists=false", "x").text())
        .isEqualTo(
            "jdbc:h2:file:/data/n;mode=MySQL;IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:/n;INIT=create table x(a int)",
        "jdbc:h2:file:/n; init =runscript from '~/x.sql'",
        "jdbc:h2:file:/n;MODE=MySQL\\;INIT=drop table t",
        "jdbc:h2:file:/n;DATABASE_EVENT_LISTENER='x.Y'",
        "jdbc:h2:file:/n;TRACE_LEVEL_FILE=4",
        "jdbc:h2:file:/n;AUTO_SERVER=TRUE"
      })
  void h2Url_isRefused_whenASettingCouldRunOrOpenSomething(String url) {
    assertThatThrownBy(() -> JdbcUrl.of(url, "sources.outbound"))
        .hasMessageStartingWith("sources.outbound: setting ")
        .hasMessageContaining("is not allowed in jdbc:h2:file:/n.");
  }

  @Test
  void url_isRefusedWithoutItsSecrets_whenNoDriverReadsIt() {
    assertThatThrownBy(() -> JdbcUrl.of("jdbc:odd://me:s3cret@host/db?password=s3cret", "x"))
        .hasMessageContaining("no driver for jdbc:odd://host/db")
        .hasMessageNotContaining("s3cret");
  }
}
