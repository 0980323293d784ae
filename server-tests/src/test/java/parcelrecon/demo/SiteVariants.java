package parcelrecon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.Map;
import parcelrecon.demo.broker.KafkaBroker;

/**
 * The demo's site with its sources in other kinds: the same rows, copied once. Each variant is a
 * configuration in the site's folder.
 */
final class SiteVariants {

  /** What outbounds and payments can be read from. */
  enum RowKind {
    H2,
    POSTGRESQL,
    MARIADB,
    CSV,
    /** Payments only. */
    XLSX
  }

  /** What events can be read from. */
  enum EventKind {
    KAFKA,
    KAFKA_SEGMENTS,
    JSON_LINES,
    KCAT
  }

  private final Path site;
  private final Map<SiteDatabase, String> urls = new EnumMap<>(SiteDatabase.class);
  private final String broker;

  private SiteVariants(Path site, String broker) {
    this.site = site;
    this.broker = broker;
  }

  /** Copies every source; the broker is only read. */
  static SiteVariants of(Path site, KafkaBroker broker) {
    SiteVariants variants = new SiteVariants(site, broker.bootstrapServers());
    SiteRows pickUps = SiteRows.outbound(site);
    SiteRows settlement = SiteRows.settlement(site);
    for (SiteDatabase database : SiteDatabase.values()) {
      variants.urls.put(database, database.with(site, pickUps, settlement));
    }
    OutboundFile.write(site.resolve("outbound/pick-ups.csv"), pickUps);
    SettlementWorkbook.write(site.resolve("settlement-xlsx/all.xlsx"), settlement);
    TopicFiles.dump(
        broker.clientProperties(),
        site.resolve("dumps/kcat.jsonl"),
        site.resolve("dumps/plain.jsonl"));
    variants.write("sql/settlement.sql", resource("settlement_query.sql"));
    variants.write("sql/settlement_by_key.sql", resource("settlement_by_key.sql"));
    return variants;
  }

  /** As the databases' owner, to look at what they count. */
  Connection owner(SiteDatabase database) throws java.sql.SQLException {
    return database.connect(urls.get(database));
  }

  /**
   * @return a configuration that reads the three sources from these kinds, and all else as the demo
   */
  Path configuration(String name, RowKind outbound, RowKind payments, EventKind events) {
    String text =
        resource("recon.yaml")
            .replace("OUTBOUND\n", rows("outbound", outbound))
            .replace("PAYMENTS\n", rows("payments", payments))
            .replace("EVENTS\n", events(events))
            .replace("NAME", name);
    return write("recon-" + name + ".yaml", text);
  }

  private String rows(String source, RowKind kind) {
    return switch (kind) {
      case H2, POSTGRESQL, MARIADB ->
          resource(source + "-jdbc.yaml")
              .replace("URL", urls.get(SiteDatabase.valueOf(kind.name())));
      case CSV -> resource(source + "-csv.yaml");
      case XLSX -> resource(source + "-xlsx.yaml");
    };
  }

  private String events(EventKind kind) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return resource("events-" + name + ".yaml").replace("BROKER", broker);
  }

  private Path write(String file, String text) {
    try {
      return Files.writeString(site.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var in = SiteVariants.class.getResourceAsStream("kinds/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
