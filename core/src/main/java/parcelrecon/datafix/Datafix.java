package parcelrecon.datafix;

import java.util.List;
import java.util.Set;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.rule.MismatchKind;

/**
 * A suggested change, and the mismatch row it stands on.
 *
 * @param group of the mismatch it stands on; empty but for EVENT_NOT_CONSUMED
 * @param amountMinor what is to be collected or refunded; null where no money moves
 * @param currency null where no money moves
 */
public record Datafix(
    Suggestion suggestion,
    Form form,
    MismatchKind standsOn,
    String group,
    Long amountMinor,
    String currency) {

  /** How a suggestion reaches the person who carries it out. */
  public enum Form {
    /** A question or a note on the call list. */
    CALL,
    /** A guarded statement with its rollback. */
    SQL,
    /** A line of the replay file. */
    REPLAY,
    /** A task for finance. */
    FINANCE_TASK,
    /** A task for ops. */
    OPS_TASK,
    /** Nothing to do but to know. */
    NOTE
  }

  /** Who carries it out; where there is no table to change, ops. */
  public Owner owner() {
    return form == Form.OPS_TASK ? Owner.OPS : DatafixTable.of(this).act().owner();
  }

  /** What is confirmed before it is carried out. */
  public Precondition precondition() {
    return DatafixTable.of(this).precondition();
  }

  /**
   * What it rests on.
   *
   * @param kinds of the parcel's mismatches
   */
  public List<Confirmation> confirmedBy(ParcelEvidence parcel, Set<MismatchKind> kinds) {
    return DatafixTable.of(this).confirmedBy().stream()
        .filter(confirmation -> confirmation.isOf(parcel, kinds))
        .toList();
  }

  /** Whether somebody has something left to do or to wait for; false of what is a mere note. */
  public boolean isToBeDone() {
    return form != Form.NOTE || suggestion == Suggestion.WAIT;
  }
}
