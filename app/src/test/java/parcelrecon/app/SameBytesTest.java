package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;

/** A run's files tell nothing of the machine it ran on, nor of the hour. */
class SameBytesTest {

  private static final String SITE =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          csv: { files: outbound.csv }
        payments:
          independent: true
          jdbc: { url: "jdbc:h2:file:./till", user: recon, password: "" }
          query: payments.sql
      """;

  @TempDir Path folder;
  private String config;

  @BeforeEach
  void site() throws SQLException {
    SiteFolder site =
        new SiteFolder(folder)
            .with("recon.yaml", SITE)
            .with(
                "outbound.csv",
                """
                parcel_id,payment,amount_due,requested_at,completed_at
                P1,COD,500,2022-04-13T19:42:00,2022-04-13T19:42:09
                """)
            .with(
                "payments.sql",
                "select parcel_id, payment_id, amount, paid_at from paid"
                    + " where paid_at >= :from and paid_at < :to");
    config = site.path("recon.yaml").toString();
    try (Connection till =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("till"), "recon", "");
        Statement table = till.createStatement()) {
      table.execute(
          "create table paid (parcel_id varchar, payment_id varchar, amount decimal(9, 2),"
              + " paid_at timestamp with time zone)");
    }
  }

  private Path reconcile(int run) {
    CommandLineRun done =
        CommandLineRun.of(
            "reconcile",
            "-c=" + config,
            "--incident=tryout",
            "--from=2022-04-13T19:33",
            "--to=2022-04-13T20:22",
            "--as-of=2022-04-16T12:00",
            "--out=" + folder.resolve("out"));
    assertThat(done.exitCode()).as(done.toString()).isZero();
    return folder.resolve("out/tryout/run-00" + run);
  }

  @Test
  void outputs_doNotTellWhenADatabaseWasRead() throws IOException {
    Path first = reconcile(1);
    Path second = reconcile(2);
    for (String file :
        List.of("mismatches.csv", "statement.md", "statement.html", "affected-parcels.xlsx")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    assertThat(first.resolve("statement.md"))
        .content()
        .contains("Complete through 2022-04-16 12:00:00");
  }

  @Test
  void outputs_areAtTheirPlace_whateverTheMachinesLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(reconcile(1)).isDirectory();
    } finally {
      Locale.setDefault(before);
    }
  }
}
