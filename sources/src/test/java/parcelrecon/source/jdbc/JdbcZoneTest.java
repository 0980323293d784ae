package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Moment;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;

/** Times of a database on a machine of another zone. */
class JdbcZoneTest {

  @TempDir Path folder;
  private final TimeZone machine = TimeZone.getDefault();

  @BeforeEach
  void moveTheMachineFarAway() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
  }

  @AfterEach
  void bringItBack() {
    TimeZone.setDefault(machine);
  }

  private H2Site payments(String type, String... times) throws SQLException {
    H2Site site =
        new H2Site(folder)
            .of(SourceName.PAYMENTS)
            .run("create table payment (id varchar(10), paid_at " + type + ")")
            .query(
                "select id as parcel_id, id as payment_id, 1 as amount, paid_at from payment"
                    + " where paid_at >= :from and paid_at < :to order by id");
    for (int i = 0; i < times.length; i++) {
      site.run("insert into payment values ('" + i + "', " + type + " '" + times[i] + "')");
    }
    return site;
  }

  private static List<Moment> paidAt(H2Site site) {
    return site.readAll().accepted().stream().map(row -> ((Payment) row).paidAt()).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void timestampWithoutZone_isLocalInTheSourcesZone(boolean own) throws SQLException {
    H2Site site =
        payments("timestamp", "2022-04-13 18:32:59", "2022-04-13 18:33:00", "2022-04-20 20:22:00");
    if (own) {
      site.ownZone();
    }
    assertThat(paidAt(site)).containsExactly(Moment.at(Instant.parse("2022-04-13T10:33:00Z")));
  }

  @Test
  void timestampWithZone_isAnInstant() throws SQLException {
    H2Site site =
        payments(
            "timestamp with time zone", "2022-04-13 12:33:00+02:00", "2022-04-13 19:33:00+09:01");
    assertThat(paidAt(site)).containsExactly(Moment.at(Instant.parse("2022-04-13T10:33:00Z")));
  }

  @Test
  void date_isADayOfTheSourcesZone() throws SQLException {
    H2Site site = payments("date", "2022-04-14").ownZone();
    assertThat(paidAt(site))
        .containsExactly(
            new Moment(
                Instant.parse("2022-04-13T16:00:00Z"), Instant.parse("2022-04-14T16:00:00Z")));
  }
}
