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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/db?socketFactory=x.Y",
        "jdbc:postgresql://h/db?sslmode=require&sslfactory=x.Y",
        "jdbc:postgresql://h/db?loggerFile=/tmp/x",
        "jdbc:postgresql://h/db?options=-c%20default_transaction_read_only=off",
        "jdbc:postgresql://h/db?socket%46actory=x.Y",
        "jdbc:mariadb://h/db?allowLocalInfile2=true",
        "jdbc:mariadb://h/db?initSql=drop%20table%20t",
        "jdbc:mariadb://h/db?sessionVariables=sql_mode=ANSI",
        "jdbc:mariadb://h/db?credentialType=x",
        "jdbc:mysql://h/db?queryInterceptors=x.Y",
        "jdbc:mysql://h/db?allowLoadLocalInfileInPath=/",
        "jdbc:mysql://h/db?propertiesTransform=x.Y",
        "jdbc:mysql://h/db?sessionVariables=sql_mode=ANSI"
      })
  void serverUrl_isRefused_whenASettingCouldRunReadOrLogSomething(String url) {
    assertThatThrownBy(() -> JdbcUrl.of(url, "sources.outbound"))
        .hasMessageStartingWith("sources.outbound: setting ")
        .hasMessageContaining("is not allowed in ")
        .hasMessageContaining("://h/db. Nothing was read. Take the setting out of the URL.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:db",
        "jdbc:postgresql://h",
        "jdbc:mysql://me:s3cret@h/db",
        "jdbc:mysql://address=(host=h)(allowUrlInLocalInfile=true)/db",
        "jdbc:mysql://(host=h,autoDeserialize=true)/db",
        "jdbc:mysql:replication://a,b/db",
        "jdbc:mariadb:loadbalance://a,b/db",
        "jdbc:mariadb://h/db;x=y",
        "jdbc:mysql://h/db#x"
      })
  void serverUrl_isRefusedWithoutItsSecrets_whenItIsMoreThanHostsAndADatabase(String url) {
    assertThatThrownBy(() -> JdbcUrl.of(url, "sources.outbound"))
        .hasMessageContaining("is not of the form jdbc:")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void serverUrl_reachesTheDriverWithOurSettings_whateverTheSiteSays() {
    JdbcUrl mysql =
        JdbcUrl.of(
            "jdbc:mysql://a:3306,b/db?sslmode=REQUIRED&autoDeserialize=true&tinyInt1isBit=true"
                + "&password=p%26q",
            "x");
    assertThat(mysql.text()).isEqualTo("jdbc:mysql://a:3306,b/db");
    assertThat(mysql.settings())
        .containsEntry("sslMode", "REQUIRED")
        .containsEntry("autoDeserialize", "false")
        .containsEntry("allowLoadLocalInfile", "false")
        .containsEntry("allowMultiQueries", "false")
        .containsEntry("tinyInt1isBit", "false")
        .containsEntry("password", "p&q")
        .doesNotContainKey("sslmode");
    assertThat(JdbcUrl.of("jdbc:mariadb://[::1]:3306/db", "x").settings())
        .containsEntry("allowLocalInfile", "false");
    assertThat(mysql.toString()).doesNotContain("p&q");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://h/db?serverTimezone=UTC",
        "jdbc:mysql://h/db?connectionTimeZone=UTC",
        "jdbc:mariadb://h/db?timezone=UTC"
      })
  void serverUrl_isRefused_whenItShiftsTimes_sayingWhereTheZoneBelongs(String url) {
    assertThatThrownBy(() -> JdbcUrl.of(url, "sources.outbound"))
        .hasMessageContaining("is not allowed in ")
        .hasMessageEndingWith("Take it out, and say the zone of the source's times with zone.");
  }

  @Test
  void url_isRefusedWithoutItsSecrets_whenNoDriverReadsIt() {
    assertThatThrownBy(() -> JdbcUrl.of("jdbc:odd://me:s3cret@host/db?password=s3cret", "x"))
        .hasMessageContaining("no driver for jdbc:odd://host/db")
        .hasMessageNotContaining("s3cret");
  }
}
