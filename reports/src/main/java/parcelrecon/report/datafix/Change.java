package parcelrecon.report.datafix;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.datafix.DatafixSettings.Dialect;

/**
 * The change of one row: what was seen of it, and what it is to become.
 *
 * @param seenDeadline null when there was none
 * @param newDeadline null when the change leaves it alone
 */
record Change(
    String outboundId,
    String seenState,
    String newState,
    long seenVersion,
    Instant seenDeadline,
    Instant newDeadline) {

  private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

  /** The values the templates name. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", outboundId);
    values.put("seen_state", seenState);
    values.put("new_state", newState);
    values.put("seen_version", seenVersion);
    values.put("seen_deadline", seenDeadline);
    values.put("new_deadline", newDeadline);
    return values;
  }

  /** Plans changes for one site as of one moment, and says why not where it cannot. */
  record Planner(Optional<DatafixSettings> site, Instant asOf) {

    /** Absent when {@link #change} can be asked. */
    Optional<Obstacle> obstacle(List<Outbound> outbounds, OutboundState target) {
      if (site.isEmpty()) {
        return Optional.of(Obstacle.NO_DATAFIX_SETTINGS);
      }
      if (site.get().dialect() != Dialect.H2) {
        return Optional.of(Obstacle.NO_SCRIPT_FOR_DIALECT);
      }
      return outbounds.size() == 1
          ? obstacle(outbounds.get(0), target)
          : Optional.of(Obstacle.SEVERAL_OUTBOUNDS);
    }

    private Optional<Obstacle> obstacle(Outbound outbound, OutboundState target) {
      DatafixSettings settings = site.orElseThrow();
      if (outbound.outboundId() == null) {
        return Optional.of(Obstacle.NO_ID);
      }
      if (!settings.idPattern().matcher(outbound.outboundId()).matches()
          || CONTROL_CHARACTER.matcher(outbound.outboundId()).find()) {
        return Optional.of(Obstacle.ID_OUTSIDE_PATTERN);
      }
      if (outbound.rowVersion() == null) {
        return Optional.of(Obstacle.NO_ROW_VERSION);
      }
      return settings.states().keySet().containsAll(List.of(outbound.state(), target))
          ? Optional.empty()
          : Optional.of(Obstacle.NO_WORD_FOR_STATE);
    }

    /** The deadline becomes max(old, as-of + extend-days) when the pick-up is taken back. */
    Change change(Outbound outbound, OutboundState target) {
      DatafixSettings settings = site.orElseThrow();
      return new Change(
          outbound.outboundId(),
          settings.states().get(outbound.state()),
          settings.states().get(target),
          outbound.rowVersion(),
          outbound.pickupDeadline(),
          target == OutboundState.REVERSED ? extended(outbound.pickupDeadline(), settings) : null);
    }

    private Instant extended(Instant deadline, DatafixSettings settings) {
      Instant extended = asOf.plus(Duration.ofDays(settings.extendDays()));
      return deadline != null && deadline.isAfter(extended) ? deadline : extended;
    }
  }
}
