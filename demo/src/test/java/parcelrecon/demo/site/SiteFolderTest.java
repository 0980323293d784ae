package parcelrecon.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.story.Days;
import parcelrecon.demo.story.IncidentDay;

class SiteFolderTest {

  @TempDir Path first;
  @TempDir Path second;

  @Test
  void files_haveTheSameBytes_whenTheDayHasTheSameSeed() throws IOException {
    new SiteFolder(first).writeFiles(Days.demo());
    new SiteFolder(second).writeFiles(IncidentDay.of(Days.demo().seed()));
    List<Path> files = filesOf(first);
    assertThat(files).hasSizeGreaterThan(100).isEqualTo(filesOf(second));
    for (Path file : files) {
      assertThat(Files.mismatch(first.resolve(file), second.resolve(file))).isEqualTo(-1);
    }
  }

  @Test
  void configuration_namesTheBrokerOfToday_andWhatItNeedsIsThere() throws IOException {
    SiteFolder site = new SiteFolder(first);
    site.writeConfiguration("127.0.0.1:40404");
    assertThat(Files.readString(site.configuration())).contains("\"127.0.0.1:40404\"");
    assertThat(filesOf(first))
        .map(Path::toString)
        .containsExactlyInAnyOrder(
            "recon.yaml",
            "incidents/2022-04-13-kafka.yaml",
            "secrets/outbound-password",
            "sql/outbound.sql",
            "sql/outbound_by_key.sql",
            "sql/outbound_day_total.sql");
  }

  @Test
  void database_countsTheDayAsTheSitesOwnStatementDoes_forAnAccountThatOnlyReads()
      throws SQLException {
    new SiteFolder(first).writeDatabase(Days.demo());
    String url = "jdbc:h2:file:" + first.resolve("database/network") + ";ACCESS_MODE_DATA=r";
    String total =
        SiteResource.text("sql/outbound_day_total.sql")
            .replace(":day_from", "timestamp '2022-04-13 00:00:00'")
            .replace(":day_to", "timestamp '2022-04-14 00:00:00'");
    try (Connection connection = DriverManager.getConnection(url, "recon_ro", "only-for-the-demo");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(total)) {
      rows.next();
      assertThat(rows.getLong(1)).isEqualTo(IncidentDay.COMPLETED);
    }
  }

  @Test
  void amount_hasCentsOnlyWhenThereAreSome() {
    assertThat(SiteFolder.major(128_000)).isEqualTo("1280");
    assertThat(SiteFolder.major(1_205)).isEqualTo("12.05");
    assertThat(SiteFolder.major(0)).isEqualTo("0");
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
