package parcelrecon.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.job.Progress;
import parcelrecon.job.ReconcileJob;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSettings;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.RejectLimits;

/**
 * A site whose counters showed errors for parcels that were picked up: P1 to P4 prepaid in two
 * stores of the north, the last of them for two days too long, and {@value #MANY} Q of a store in
 * the south.
 */
record CalledSite(Path folder) implements TaipeiSite {

  static final int MANY = 70;
  static final String INCIDENT = "2022-04-13-kafka";

  private static final Instant AS_OF = Instant.parse("2022-04-16T04:00:00Z");

  /** Writes what its sources have. */
  static CalledSite in(Path folder) {
    CalledSite site = new CalledSite(folder);
    StringBuilder outbound =
        new StringBuilder(
            "parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at,"
                + "pickup_deadline\n");
    StringBuilder attempts = new StringBuilder("parcel_id,started_at,duration_millis,outcome\n");
    for (int number = 1; number <= 4; number++) {
      add("P" + number, number < 4 ? "S1" : "S2", number < 4 ? 20 : 14, outbound, attempts);
    }
    for (int number = 1; number <= MANY; number++) {
      add("Q" + (100 + number), "S3", 20, outbound, attempts);
    }
    site.write("outbound.csv", outbound.toString());
    site.write("attempts.csv", attempts.toString());
    site.write(
        "payments.csv", "parcel_id,payment_id,amount,paid_at\nP9,Y9,700,2022-04-16T10:00:00\n");
    site.write(
        "stores.csv",
        """
        store_id,name,area,supervisor,phone
        S1,仁愛門市,North,陳,02-2700 1234
        S2,Park & Ride,North,陳,02-2700 5678
        S3,高雄門市,South,林,07-300 1234
        """);
    return site;
  }

  private static void add(
      String parcel, String store, int lastDay, StringBuilder outbound, StringBuilder attempts) {
    outbound.append(
        "%s,PREPAID,0,O%s,%s,2022-04-13T19:42:00,2022-04-13T19:42:09,2022-04-%dT23:59:59\n"
            .formatted(parcel, parcel, store, lastDay));
    attempts.append(parcel + ",2022-04-13T19:42:00,9000,TIMEOUT\n");
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it for the incident; the outputs are in {@link #outputs}. */
  void reconcile(ResultsDatabase database) {
    RunRow.Options options =
        new RunRow.Options(folder.resolve("out"), "en", 2, ScriptForm.SCRIPT, false);
    new ReconcileJob(site(incident()), database, Progress.SILENT)
        .reconcile(new ReconcileRequest(incident(), AS_OF, Optional.empty(), options));
  }

  static Incident incident() {
    return new Incident(
        INCIDENT,
        "Kafka & counters down",
        "TW",
        new Window(
            Instant.parse("2022-04-13T11:33:00Z"), Instant.parse("2022-04-13T12:22:00Z"), TAIPEI),
        Incident.Times.UNKNOWN,
        List.of(),
        List.of());
  }

  Path outputs(long run) {
    return folder.resolve("out/" + INCIDENT + "/run-%03d".formatted(run));
  }

  /** Where uploaded files wait. */
  @Override
  public Path work() {
    return folder.resolve("work");
  }

  @Override
  public Site site(Incident incident) {
    return new Site(
        Map.of(
            SourceName.OUTBOUND, csv(SourceName.OUTBOUND),
            SourceName.PAYMENTS, csv(SourceName.PAYMENTS),
            SourceName.ATTEMPTS, csv(SourceName.ATTEMPTS),
            SourceName.STORES, csv(SourceName.STORES)),
        new Site.EventTypes("", Optional.empty(), List.of()),
        RuleSettings.STANDARD,
        RejectLimits.STANDARD,
        Optional.empty(),
        work(),
        new RunRow.Configuration("0".repeat(64), "test", List.of()));
  }

  private SourceSettings csv(SourceName name) {
    return source(
        name,
        new Csv(
            name.name().toLowerCase() + ".csv",
            ',',
            StandardCharsets.UTF_8,
            true,
            Optional.empty()));
  }
}
