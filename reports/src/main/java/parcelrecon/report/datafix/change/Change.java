package parcelrecon.report.datafix.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import parcelrecon.datafix.Suggestion;
import parcelrecon.rule.MismatchKind;

/**
 * The change of one row: what was seen of it, what it is to become, and why.
 *
 * @param seenDeadline null when there was none
 * @param newDeadline null when the change leaves it alone
 * @param standsOn the kind of mismatch that asks for it
 * @param confirmedBy refs of the records that confirm it, in their order
 */
public record Change(
    String parcelId,
    String outboundId,
    String seenState,
    String newState,
    long seenVersion,
    Instant seenDeadline,
    Instant newDeadline,
    Suggestion suggestion,
    MismatchKind standsOn,
    List<String> confirmedBy) {

  /**
   * @throws IllegalArgumentException when what goes into a statement is not {@link PlainText}
   */
  public Change {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(suggestion);
    Objects.requireNonNull(standsOn);
    PlainText.require("outbound_id", outboundId);
    PlainText.require("state_seen", seenState);
    PlainText.require("state_new", newState);
    confirmedBy = List.copyOf(confirmedBy);
  }
}
