package parcelrecon.demo.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.story.Shop;

/** The folder of a site: its files, its database, its configuration. */
public final class SiteFolder {

  private static final String ANY_BROKER = "127.0.0.1:9092";

  private static final List<String> STATEMENTS =
      List.of("sql/outbound.sql", "sql/outbound_by_key.sql", "sql/outbound_day_total.sql");

  private final Path folder;

  public SiteFolder(Path folder) {
    this.folder = folder;
  }

  public Path configuration() {
    return folder.resolve("recon.yaml");
  }

  public Path incident() {
    return folder.resolve("incidents/2022-04-13-kafka.yaml");
  }

  /** The outbound system's database. */
  public void writeDatabase(IncidentDay day) {
    NetworkDatabase.write(folder.resolve("database"), day);
  }

  /** What the till settled, what the gateway logged, and the list of stores. */
  public void writeFiles(IncidentDay day) {
    SettlementFiles.write(folder.resolve("settlement"), day.records().tillLines());
    GatewayFiles.write(folder.resolve("gateway"), day.records().calls());
    StringBuilder stores = new StringBuilder("store_id,name,area,supervisor,phone\n");
    for (Shop shop : day.shops()) {
      stores.append(
          String.join(
              ",", shop.id(), shop.name(), shop.area(), shop.supervisor(), shop.phone() + "\n"));
    }
    write("stores.csv", stores.toString());
  }

  /** The configuration as the site keeps it, with the broker's address of today. */
  public void writeConfiguration(String bootstrapServers) {
    write("recon.yaml", SiteResource.text("recon.yaml").replace(ANY_BROKER, bootstrapServers));
    STATEMENTS.forEach(file -> write(file, SiteResource.text(file)));
    write("incidents/2022-04-13-kafka.yaml", SiteResource.text("incidents/2022-04-13-kafka.yaml"));
    write("secrets/outbound-password", "only-for-the-demo\n");
  }

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An amount as systems write it: whole dollars where there are no cents. */
  static String major(long minor) {
    return minor % 100 == 0
        ? String.valueOf(minor / 100)
        : minor / 100 + "." + String.format(Locale.ROOT, "%02d", minor % 100);
  }
}
