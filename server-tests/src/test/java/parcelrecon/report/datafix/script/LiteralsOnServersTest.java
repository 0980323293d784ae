package parcelrecon.report.datafix.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.server.Client;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** Every literal, selected by a real server whose session is set up against it, is the value. */
class LiteralsOnServersTest {

  private static final long SEED = 20220413;
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private static final List<String> TEXTS =
      List.of(
          "OB-CP004946231-1",
          "",
          "it's",
          "'' or 1=1",
          "\\",
          "\\'; drop table parcel_outbound; --",
          "a\\u0027b",
          "/*! select 1 */",
          "$$ $1 :id",
          "\"quoted\" `too`",
          "包裹-1",
          "é",
          "😀",
          " blanks ",
          "100%_",
          "\t\r\n");

  private static final List<Instant> TIMES =
      List.of(
          Instant.parse("2022-04-15T15:59:59Z"),
          Instant.parse("2022-04-15T16:00:00.000001Z"),
          Instant.parse("2022-12-31T23:59:59.999999Z"),
          Instant.parse("2001-01-01T00:00:00.5Z"),
          Instant.parse("2037-12-31T00:00:00.123456Z"));

  private static List<String> texts() {
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>(TEXTS);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(1 + random.nextInt(12), 1, 0x2ffff)
          .map(point -> random.nextBoolean() ? point % 127 + 1 : point)
          .filter(point -> Character.getType(point) != Character.SURROGATE)
          .forEach(text::appendCodePoint);
      texts.add(text.toString());
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set standard_conforming_strings = on",
        "set standard_conforming_strings = off",
        "set backslash_quote = off; set standard_conforming_strings = off",
        "set DateStyle = 'ISO, DMY'; set IntervalStyle = 'sql_standard'",
        "set client_encoding = 'GBK'",
        "set client_encoding = 'LATIN1'",
        "set time zone 'America/New_York'"
      })
  void postgres_readsWhatWasMeant(String settings) throws SQLException {
    Literals literals = new Literals(Dialect.POSTGRESQL, TAIPEI);
    String url = PostgresServer.shared().newDatabase() + "?allowEncodingChanges=true";
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(settings);
      for (String text : texts()) {
        String hex = "select upper(encode(convert_to(" + literals.of(text) + ", 'UTF8'), 'hex'))";
        assertThat(value(statement, hex)).as("seed %d: %s", SEED, text).isEqualTo(hex(text));
      }
      statement.execute("set time zone " + literals.of(TAIPEI));
      statement.execute("create table t (z timestamptz, l timestamp)");
      for (Instant time : TIMES) {
        String literal = literals.of(time);
        statement.execute("insert into t values (" + literal + ", " + literal + ")");
        String same = "select z = " + literal + " and l = " + literal + " from t";
        assertThat(value(statement, same)).isEqualTo("t");
        String micros = "select (extract(epoch from z) * 1000000)::bigint from t";
        assertThat(value(statement, micros)).isEqualTo(micros(time));
        String local = "select (extract(epoch from l - interval '8h') * 1000000)::bigint from t";
        assertThat(value(statement, local)).isEqualTo(micros(time));
        statement.execute("delete from t");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Taipei", "GMT+8", "UTC+08:00", "+08:00", "Etc/GMT-8"})
  void postgres_isInTheSitesZone_whateverItIsCalled(ZoneId zone) throws SQLException {
    Literals literals = new Literals(Dialect.POSTGRESQL, zone);
    try (Connection connection = PostgresServer.connect(PostgresServer.shared().url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("set time zone " + literals.of(zone));
      String local = "select cast(cast(" + literals.of(TIMES.get(0)) + " as timestamp) as text)";
      assertThat(value(statement, local)).isEqualTo("2022-04-15 23:59:59");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set sql_mode = ''",
        "set sql_mode = 'NO_BACKSLASH_ESCAPES'",
        "set sql_mode = 'ANSI,ANSI_QUOTES,PIPES_AS_CONCAT'",
        "set sql_mode = 'ORACLE'",
        "set sql_mode = 'TRADITIONAL,PAD_CHAR_TO_FULL_LENGTH,NO_ZERO_DATE'",
        "set names latin1",
        "set names gbk",
        "set names sjis",
        "set names big5",
        "set names binary",
        "set time_zone = '-05:00'"
      })
  void mariaDb_readsWhatWasMeant_fromItsOwnClient(String settings) {
    Literals literals = new Literals(Dialect.MARIADB, TAIPEI);
    StringBuilder script = new StringBuilder(settings + ";\n");
    List<String> expected = new ArrayList<>();
    for (String text : texts()) {
      script.append("select hex(convert(" + literals.of(text) + " using utf8mb4));\n");
      expected.add(hex(text));
    }
    script.append("set time_zone = " + literals.of(TAIPEI) + ";\n");
    script.append("create table t (z timestamp(6) null, l datetime(6));\n");
    for (Instant time : TIMES) {
      String literal = literals.of(time);
      script.append("delete from t; insert into t values (" + literal + ", " + literal + ");\n");
      script.append("select count(*) from t where z = " + literal + " and l = " + literal + ";\n");
      script.append("select cast(unix_timestamp(z) * 1000000 as integer) from t;\n");
      script.append("select cast(unix_timestamp(l) * 1000000 as integer) from t;\n");
      expected.addAll(List.of("1", micros(time), micros(time)));
    }
    MariaDbServer server = MariaDbServer.shared();
    String url = server.newDatabase();
    Client client = Client.mariaDb(server, url.substring(url.lastIndexOf('/') + 1));
    Client.Outcome outcome = client.with("--batch", "--skip-column-names").run(script.toString());
    assertThat(outcome.output().lines().toList()).as("seed %d", SEED).isEqualTo(expected);
    assertThat(outcome.exit()).isZero();
  }

  /** A literal gives way to the column it is compared with, so the column's index is used. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf8mb4_general_ci",
        "utf8mb4_unicode_ci",
        "utf8mb4_bin",
        "utf8mb4_uca1400_ai_ci",
        "latin1_swedish_ci",
        "gbk_chinese_ci"
      })
  void mariaDb_comparesAsTheColumnDoes(String collation) throws SQLException {
    Literals literals = new Literals(Dialect.MARIADB, TAIPEI);
    String text = collation.startsWith("latin1") ? "it's é" : "it's 包";
    try (Connection connection = MariaDbServer.connect(MariaDbServer.shared().newDatabase());
        Statement statement = connection.createStatement()) {
      String charset = collation.substring(0, collation.indexOf('_'));
      statement.execute(
          "create table t (v varchar(40) character set "
              + charset
              + " collate "
              + collation
              + " primary key, c char(40) character set "
              + charset
              + " collate "
              + collation
              + ")");
      for (String each : List.of(text, "OB-1")) {
        String literal = literals.of(each);
        statement.execute("insert into t values (" + literal + ", " + literal + ")");
        String where = " from t where v = " + literal + " and c <=> " + literal;
        assertThat(value(statement, "select v" + where)).isEqualTo(each);
        try (ResultSet plan = statement.executeQuery("explain select v, c" + where)) {
          plan.next();
          assertThat(plan.getString("type")).isEqualTo("const");
        }
      }
    }
  }

  @Test
  void h2_readsWhatWasMeant() throws SQLException {
    Literals literals = new Literals(Dialect.H2, TAIPEI);
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:mem:;TIME ZONE=America/New_York");
        Statement statement = connection.createStatement()) {
      for (String text : texts()) {
        assertThat(value(statement, "select " + literals.of(text)))
            .as("seed %d", SEED)
            .isEqualTo(text);
      }
      statement.execute("set time zone " + literals.of(TAIPEI));
      for (Instant time : TIMES) {
        String literal = literals.of(time);
        String local = "select cast(" + literal + " as timestamp(6))";
        try (ResultSet row = statement.executeQuery(local)) {
          row.next();
          assertThat(row.getObject(1, LocalDateTime.class))
              .isEqualTo(time.atZone(TAIPEI).toLocalDateTime());
        }
      }
    }
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).as(sql).isTrue();
      return row.getString(1);
    }
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String micros(Instant time) {
    return Long.toString(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
  }
}
