package parcelrecon.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;

/**
 * Everything but the parcel that a judgement depends on. Frozen for a run.
 *
 * @param asOf the rules' only clock
 * @param sources how much each configured source could show; a source not configured is absent
 */
public record JudgingContext(
    Window window,
    List<Incident.Phase> phases,
    Instant asOf,
    RuleSettings settings,
    Sources sources,
    Events events) {

  public JudgingContext {
    phases = List.copyOf(phases);
  }

  /**
   * What is known of the sources.
   *
   * @param coverage of every configured source
   * @param paymentsIndependent false when the outbound itself writes the payment rows
   * @param paymentsCompleteThrough payments later than this may be missing; absent when not bounded
   * @param outboundsAnywhere whether "no outbound anywhere" can be known (a file, or a by-key
   *     query)
   */
  public record Sources(
      Map<SourceName, Coverage> coverage,
      boolean paymentsIndependent,
      Optional<Instant> paymentsCompleteThrough,
      boolean outboundsAnywhere) {
    public Sources {
      coverage = Map.copyOf(coverage);
    }

    public boolean has(SourceName name) {
      return coverage.containsKey(name);
    }
  }

  /**
   * How events are read.
   *
   * @param reversalType empty when the site has none
   * @param groups the watched consumer groups with at least one committed offset
   */
  public record Events(
      String outboundType,
      Optional<String> reversalType,
      List<String> stillHereTypes,
      List<GroupOffsets> groups) {

    public static final Events NONE = new Events("", Optional.empty(), List.of(), List.of());

    public Events {
      stillHereTypes = List.copyOf(stillHereTypes);
      groups = List.copyOf(groups);
    }
  }

  /** Where a watched group stood, frozen at plan time: committed offsets by partition, by topic. */
  public record GroupOffsets(String group, Map<String, Map<Integer, Long>> committed) {}
}
