package parcelrecon.datafix;

import java.util.List;
import java.util.Set;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
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

  /**
   * Whether a mismatch that is found is open: something to be done or to wait for stands on it, or
   * nothing does while something is left for its parcel. Where mere notes stand on it, or nothing
   * is left, it is told and closed: a screen that showed a failure stays on the list for ever.
   *
   * @param ofParcel the suggestions of its parcel
   */
  public static boolean isOpen(Mismatch mismatch, List<Datafix> ofParcel) {
    List<Datafix> onIt = ofParcel.stream().filter(datafix -> datafix.isOn(mismatch)).toList();
    return mismatch.kind().mismatchClass() != MismatchClass.INFO
        && (onIt.isEmpty() ? ofParcel : onIt).stream().anyMatch(Datafix::isToBeDone);
  }

  private boolean isOn(Mismatch mismatch) {
    return standsOn == mismatch.kind() && group.equals(mismatch.group());
  }
}
