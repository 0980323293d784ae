package parcelrecon.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.datafix.EventShape;
import parcelrecon.model.SourceName;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSettings;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.RejectLimits;
import parcelrecon.source.json.SiteEvents;

/**
 * A site as its configuration describes it.
 *
 * @param sources by name: outbound always, payments, events, attempts and stores where configured
 * @param work the folder of spill and temporary files
 */
public record Site(
    Map<SourceName, SourceSettings> sources,
    EventTypes events,
    RuleSettings rules,
    RejectLimits rejects,
    Optional<DatafixSettings> datafix,
    Path work,
    RunRow.Configuration configuration) {

  /** The type of a source that reads a database. */
  static final String DATABASE = "jdbc";

  public Site {
    sources = Map.copyOf(sources);
  }

  /** Whether it can be said of an outbound source that it holds nothing of a parcel, whenever. */
  static boolean knowsAnywhere(String type, boolean byKey) {
    return byKey || !type.equals(DATABASE);
  }

  /** How outputs are to be made. */
  public ReportSettings reportSettings(RunRow.Options options) {
    Set<String> numbers =
        datafix.flatMap(DatafixSettings::replay).stream()
            .flatMap(replay -> replay.numbers().stream())
            .collect(Collectors.toUnmodifiableSet());
    Optional<EventShape> shape =
        Optional.ofNullable(sources.get(SourceName.EVENTS))
            .flatMap(events -> SiteEvents.of(events, numbers));
    return new ReportSettings(
        options.language(), options.callers(), datafix, options.form(), shape);
  }

  /** The types of events the rules know; {@code outbound} is empty without an events source. */
  public record EventTypes(String outbound, Optional<String> reversal, List<String> stillHere) {
    public EventTypes {
      stillHere = List.copyOf(stillHere);
    }
  }
}
