package parcelrecon.app.configuration;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.app.configuration.SourcesSection.Sources;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunRow.Setting;
import parcelrecon.retention.Retention;
import parcelrecon.rule.RuleSettings;
import parcelrecon.schedule.RecheckTimes;
import parcelrecon.schedule.Schedule;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.RejectLimits;
import parcelrecon.tell.TellSettings;

/**
 * Everything a site's configuration says.
 *
 * @param market empty when the site names none
 * @param zone of times without an offset, and of times shown
 * @param tree the site's tree in canonical form, without secrets
 * @param settings every setting in force
 */
public record SiteConfiguration(
    String market,
    ZoneId zone,
    ResultsSettings results,
    Sources sources,
    RuleSettings rules,
    RejectLimits rejects,
    Optional<DatafixSettings> datafix,
    ConsoleSettings console,
    TellSettings tell,
    List<Schedule> schedules,
    Optional<RecheckTimes> rechecks,
    Path work,
    Retention retention,
    String language,
    String tree,
    List<Setting> settings,
    Secrets secrets) {

  public static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");

  /** The site as a run for this incident sees it. */
  public Site site(Incident incident) {
    return new Site(
        sources.settings(),
        sources.events(),
        rules,
        rejects,
        datafix,
        work,
        new RunRow.Configuration(
            ConfigurationHash.of(tree, sources.settings().values(), incident),
            ProductVersion.text(),
            settings));
  }

  /** The source of pick-ups, which every site has. */
  public SourceSettings outbound() {
    return sources.settings().get(SourceName.OUTBOUND);
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "SiteConfiguration" + Map.of("results", results, "sources", sources.settings().keySet());
  }
}
