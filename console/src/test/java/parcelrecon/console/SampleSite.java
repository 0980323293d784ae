package parcelrecon.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.report.SampleSettings;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;
import parcelrecon.source.SourceSettings.RejectLimits;

/** The site of the sample run: a table that can be changed, and nothing to be read. */
record SampleSite(Path folder) implements TaipeiSite {

  @Override
  public String name() {
    return "sample.yaml";
  }

  @Override
  public Site site(Incident incident) {
    return new Site(
        Map.of(),
        new Site.EventTypes("", Optional.empty(), List.of()),
        new RuleSettings(
            Map.of(RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3)), Tolerance.NONE),
        RejectLimits.STANDARD,
        Optional.of(SampleSettings.DATAFIX),
        folder.resolve("work"),
        new RunRow.Configuration("0".repeat(64), "0.1.0", List.of()));
  }
}
