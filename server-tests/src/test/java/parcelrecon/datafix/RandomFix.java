package parcelrecon.datafix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import parcelrecon.datafix.OutboundTable.Row;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.rule.MismatchKind;

/**
 * Changes of some rows, as a run plans them, and what is to become of those rows.
 *
 * @param intended the changed rows by id, after all changes
 */
record RandomFix(List<Change> changes, Map<String, Row> intended) {

  /** Takes rows out of {@code from}, at most {@code size}. */
  static RandomFix of(TableShape shape, List<Row> from, int size, Random random) {
    Instant extended =
        RandomRows.INCIDENT.plusSeconds(random.nextInt(86400)).plus(Duration.ofDays(7));
    return of(shape, from, size, extended, random);
  }

  /** With one deadline for all pick-ups that are put back, unless theirs is later. */
  static RandomFix of(TableShape shape, List<Row> from, int size, Instant extended, Random random) {
    List<Change> changes = new ArrayList<>();
    Map<String, Row> intended = new LinkedHashMap<>();
    for (int i = 0; i < size && !from.isEmpty(); i++) {
      Row seen = from.remove(random.nextInt(from.size()));
      boolean reverts = seen.state().equals(TableShape.STATES.get(OutboundState.COMPLETED));
      Change change = reverts ? revert(seen, extended) : complete(seen);
      changes.add(change);
      boolean extendsDeadline = reverts && shape.deadlineType() != null;
      intended.put(
          seen.id(),
          seen.with(change.newState(), extendsDeadline ? change.newDeadline() : seen.deadline()));
    }
    return new RandomFix(changes, intended);
  }

  private static Change revert(Row seen, Instant extended) {
    boolean isLater = seen.deadline() != null && seen.deadline().isAfter(extended);
    return change(
        seen,
        OutboundState.REVERSED,
        isLater ? seen.deadline() : extended,
        Suggestion.REVERT_OUTBOUND,
        MismatchKind.SHOWN_AS_FAILED);
  }

  private static Change complete(Row seen) {
    return change(
        seen,
        OutboundState.COMPLETED,
        null,
        Suggestion.COMPLETE_OUTBOUND,
        MismatchKind.PAID_NOT_HANDED_OUT);
  }

  private static Change change(
      Row seen,
      OutboundState target,
      Instant newDeadline,
      Suggestion suggestion,
      MismatchKind standsOn) {
    return new Change(
        "P-" + seen.id(),
        seen.id(),
        seen.state(),
        TableShape.STATES.get(target),
        seen.version(),
        seen.deadline(),
        newDeadline,
        suggestion,
        standsOn,
        List.of("answers:1:1"));
  }
}
