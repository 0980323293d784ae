package parcelrecon.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.RejectLimits;
import parcelrecon.source.SourceSettings.Times;

/** A site of two CSV files in a folder, with canonical columns. */
public final class CsvSite {

  public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  static final Instant AS_OF = Instant.parse("2022-04-16T04:00:00Z");

  final Path folder;
  private Tolerance tolerance = Tolerance.NONE;
  private boolean withAttempts;

  CsvSite(Path folder) {
    this.folder = folder;
  }

  public static CsvSite in(Path folder) {
    return new CsvSite(folder);
  }

  public CsvSite outbounds(String... rows) {
    return file(
        "outbound.csv",
        "parcel_id,payment,amount_due,outbound_id,checkout_id,requested_at,completed_at",
        rows);
  }

  public CsvSite payments(String... rows) {
    return file("payments.csv", "parcel_id,payment_id,amount,paid_at", rows);
  }

  public CsvSite attempts(String... rows) {
    withAttempts = true;
    return file("attempts.csv", "parcel_id,started_at,duration_millis,outcome", rows);
  }

  CsvSite tolerating(String amount) {
    tolerance = new Tolerance(new BigDecimal(amount), Map.of(), true);
    return this;
  }

  public Site site() {
    Map<SourceName, SourceSettings> sources = new EnumMap<>(SourceName.class);
    sources.put(SourceName.OUTBOUND, source(SourceName.OUTBOUND));
    sources.put(SourceName.PAYMENTS, source(SourceName.PAYMENTS));
    if (withAttempts) {
      sources.put(SourceName.ATTEMPTS, source(SourceName.ATTEMPTS));
    }
    return new Site(
        sources,
        new Site.EventTypes("", Optional.empty(), List.of()),
        new RuleSettings(Map.of(RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3)), tolerance),
        RejectLimits.STANDARD,
        Optional.empty(),
        folder.resolve("work"),
        new RunRow.Configuration("0".repeat(64), "test", List.of()));
  }

  public ResultsSettings results() {
    return new ResultsSettings(
        "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty());
  }

  /** The same, compared with the same hours a week before. */
  ReconcileRequest comparedRequest() {
    ReconcileRequest request = request();
    Window window = request.incident().window();
    Duration week = Duration.ofDays(7);
    return new ReconcileRequest(
        request.incident(),
        AS_OF,
        Optional.of(
            new Control(
                new Window(window.from().minus(week), window.to().minus(week), TAIPEI),
                AS_OF.minus(week))),
        request.options());
  }

  public ReconcileRequest requestAsOf(Instant asOf) {
    ReconcileRequest request = request();
    return new ReconcileRequest(request.incident(), asOf, request.control(), request.options());
  }

  ReconcileRequest request() {
    Window window =
        new Window(
            Instant.parse("2022-04-13T11:33:00Z"), Instant.parse("2022-04-13T12:22:00Z"), TAIPEI);
    return new ReconcileRequest(
        new Incident(
            "kafka", "Kafka down", "TW", window, Incident.Times.UNKNOWN, List.of(), List.of()),
        AS_OF,
        Optional.empty(),
        new RunRow.Options(folder.resolve("out"), "en", 1, ScriptForm.SCRIPT, false));
  }

  private SourceSettings source(SourceName name) {
    return new SourceSettings(
        name,
        folder,
        new Csv(name.text() + ".csv", ',', StandardCharsets.UTF_8, true, Optional.empty()),
        new Mapping(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            ""),
        TAIPEI,
        false,
        true,
        Optional.empty());
  }

  private CsvSite file(String name, String heading, String... rows) {
    try {
      Files.writeString(folder.resolve(name), heading + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return this;
  }
}
