package parcelrecon.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parcelrecon.app.configuration.Environment;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.console.site.KnownIncident;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.retention.Retention;
import parcelrecon.schedule.RecheckTimes;
import parcelrecon.schedule.Schedule;
import parcelrecon.tell.TellSettings;

/**
 * A site as its console sees it.
 *
 * @param file the configuration's
 * @param out where outputs of runs begun there go
 */
record ConfiguredSite(Path file, SiteConfiguration configuration, Environment environment, Path out)
    implements ConsoleSite {

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
  public Path work() {
    return configuration.work();
  }

  @Override
  public Retention retention() {
    return configuration.retention();
  }

  @Override
  public List<KnownIncident> incidents() {
    return SiteIncidents.beside(file, configuration, environment).read();
  }

  @Override
  public List<Schedule> schedules() {
    return configuration.schedules();
  }

  @Override
  public Optional<RecheckTimes> rechecks() {
    return configuration.rechecks();
  }

  @Override
  public TellSettings tell() {
    return configuration.tell();
  }

  @Override
  public Site site(Incident incident) {
    return configuration.site(incident);
  }
}
