package parcelrecon.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.SourceName;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.results.RunRow;
import parcelrecon.rule.RuleSettings;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.RejectLimits;

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

  /** The types of events the rules know; {@code outbound} is empty without an events source. */
  public record EventTypes(String outbound, Optional<String> reversal, List<String> stillHere) {
    public EventTypes {
      stillHere = List.copyOf(stillHere);
    }
  }
}
