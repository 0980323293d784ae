package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the servers themselves counted while a source was read by an account that may write. */
class JdbcNoWriteTest {

  private static final String COLUMNS =
      "select id as outbound_id, id as parcel_id, 'COD' as payment, 1 as amount_due,"
          + " at as completed_at from t";

  private static JdbcSite site(SiteDatabase database) throws SQLException {
    return new JdbcSite(database)
        .run(
            "create table t (id varchar(40), at " + database.instantType() + ")",
            "insert into t select concat('P', n), '2022-04-13 12:00:00' from "
                + database.numbers(5_000))
        .query(COLUMNS + " where at >= :from and at < :to")
        .byKey(COLUMNS + " where id in (<parcel_ids>)")
        .dayTotal("select count(*) from t where at >= :day_from and at < :day_to")
        .heartbeat("select max(at) from t")
        .ranges(3);
  }

  private static void readAndLookUp(JdbcSite site) {
    try (JdbcSource source = site.source()) {
      assertThat(site.readAll(source).parcels()).hasSize(5_000);
      assertThat(JdbcSite.lookUp(source, "P1", "P2").parcels()).containsExactly("P1", "P2");
    }
  }

  private static Map<String, Long> counters(JdbcSite site, String sql) throws SQLException {
    Map<String, Long> counters = new TreeMap<>();
    try (Connection dba = site.connect();
        Statement statement = dba.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counters.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counters;
  }

  /** A transaction that writes gets a number, and what it writes goes into the log. */
  @Test
  void postgres_countsNoRowWritten_andNoTransactionThatWrites() throws SQLException {
    JdbcSite site = site(SiteDatabase.POSTGRESQL);
    String counters =
        "select 'inserted', tup_inserted from pg_stat_database where datname = current_database()"
            + " union all select 'updated', tup_updated from pg_stat_database where datname = current_database()"
            + " union all select 'deleted', tup_deleted from pg_stat_database where datname = current_database()"
            + " union all select 'temp_files', temp_files from pg_stat_database where datname = current_database()"
            + " union all select 'written in t', n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables"
            + " union all select 'next transaction', pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
    Map<String, Long> before = counters(site, counters);
    assertThat(before.get("written in t")).isEqualTo(5_000);
    readAndLookUp(site);
    assertThat(counters(site, counters)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void mariaDb_countsNoRowWritten_andNoStatementThatWrites(SiteDatabase database)
      throws SQLException {
    JdbcSite site = site(database);
    String counters =
        "select variable_name, variable_value from information_schema.global_status"
            + " where variable_name in ('HANDLER_WRITE', 'HANDLER_UPDATE', 'HANDLER_DELETE',"
            + " 'BINLOG_CACHE_USE', 'BINLOG_STMT_CACHE_USE')"
            + " or variable_name regexp '^COM_(INSERT|UPDATE|DELETE|REPLACE|LOAD|CREATE|DROP|ALTER|TRUNCATE|CALL|GRANT|LOCK)'";
    Map<String, Long> before = counters(site, counters);
    assertThat(before.get("HANDLER_WRITE")).isGreaterThanOrEqualTo(5_000);
    readAndLookUp(site);
    assertThat(counters(site, counters)).isEqualTo(before);
  }
}
