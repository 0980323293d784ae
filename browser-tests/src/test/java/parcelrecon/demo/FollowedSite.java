package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parcelrecon.app.Main;
import parcelrecon.app.configuration.Environment;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.schedule.ScheduleStore;

/**
 * A small site of files whose incident was looked at on two days, with a schedule that was known
 * for an hour: {@value #PARCELS} parcels were picked up unpaid, and {@value #PAID} paid since.
 */
record FollowedSite(Path folder) {

  static final int PARCELS = 40;
  static final int PAID = 15;

  private static final String CONFIGURATION =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound: { csv: { files: outbound.csv } }
        payments: { independent: true, csv: { files: payments.csv } }
      rules: { counter-timeout: 3s }
      schedules:
        - { name: hourly, title: Hourly watch, cron: "0 * * * *", window: 1h, settle: 2h }
      console:
        users: [ { name: olga, password: "%s", roles: [ops, finance] } ]
      """;

  static FollowedSite make(Path folder) throws IOException {
    FollowedSite site = new FollowedSite(Files.createDirectories(folder));
    Files.writeString(site.configuration(), CONFIGURATION.formatted(ConsoleSite.HASH));
    Files.writeString(
        folder.resolve("outbound.csv"),
        "parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at\n"
            + lines(
                PARCELS, "P%1$02d,COD,500,O%1$02d,S1,2022-04-13T19:%2$d:01,2022-04-13T19:%2$d:12"));
    site.pay(0);
    site.reconcile("2022-04-14T12:00");
    site.pay(PAID);
    site.reconcile("2022-04-18T12:00");
    site.schedule();
    return site;
  }

  private static String lines(int count, String line) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> line.formatted(i, 34 + i % 25) + "\n")
        .collect(Collectors.joining());
  }

  private void pay(int parcels) throws IOException {
    Files.writeString(
        folder.resolve("payments.csv"),
        "parcel_id,payment_id,amount,paid_at,status\n"
            + lines(parcels, "P%1$02d,Y%1$02d,500,2022-04-15T10:00:00,SUCCEEDED")
            + "X1,Z1,20,2022-04-19T12:10:00,SUCCEEDED\n");
  }

  private void reconcile(String asOf) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    String[] arguments = {
      "reconcile",
      "-c",
      configuration().toString(),
      "--incident=till-outage",
      "--title=Till outage",
      "--from=2022-04-13T19:33",
      "--to=2022-04-13T20:22",
      "--as-of=" + asOf,
      "--out=" + outputs()
    };
    int code = Main.run(out, out, Environment.ofProcess(), arguments);
    assertThat(code).as(said.toString()).isZero();
  }

  /** The window that ended last has passed, and is not due yet. */
  private void schedule() {
    String url = "jdbc:h2:file:" + folder.resolve("data/results");
    Instant anHourAgo = Instant.now().minus(Duration.ofHours(1)).minusSeconds(1);
    try (ResultsDatabase database =
        ResultsDatabase.open(new ResultsSettings(url, Optional.empty(), Optional.empty()))) {
      new ScheduleStore(database, InstantSource.fixed(anHourAgo)).keep("hourly");
    }
  }

  Path configuration() {
    return folder.resolve("recon.yaml");
  }

  Path outputs() {
    return folder.resolve("out");
  }
}
