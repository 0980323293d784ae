package parcelrecon.app;

import java.nio.file.Path;
import java.time.ZoneId;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;

/**
 * A site as its console sees it.
 *
 * @param file the configuration's
 * @param out where outputs of runs begun there go
 */
record ConfiguredSite(Path file, SiteConfiguration configuration, Path out) implements ConsoleSite {

  @Override
  public String name() {
    return file.getFileName().toString();
  }

  @Override
  public ZoneId zone() {
    return configuration.zone();
  }

  @Override
  public String market() {
    return configuration.market();
  }

  @Override
  public String language() {
    return configuration.language();
  }

  @Override
  public Site site(Incident incident) {
    return configuration.site(incident);
  }
}
