package parcelrecon.datafix;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.rule.MismatchKind;

/**
 * A row of the datafix table.
 *
 * @param precondition what is confirmed before anybody acts
 * @param confirmedBy what it can rest on; of a parcel those that it has
 */
record Decision(
    Condition condition, Act act, Precondition precondition, List<Confirmation> confirmedBy) {

  /**
   * Which parcels, or which mismatches of theirs, a row is for.
   *
   * @param when as docs/rules.md says it
   * @param kinds of the mismatch it stands on; empty when it is of the parcel as a whole and stands
   *     on the row that says most about it
   */
  record Condition(String when, Set<MismatchKind> kinds, Predicate<Case> fits) {}

  /**
   * What is suggested.
   *
   * @param form SQL where there is a table to change, else an ops task
   * @param owner who carries it out in this form
   */
  record Act(Suggestion suggestion, Form form, Owner owner) {}

  boolean isOn(MismatchKind kind) {
    return condition.kinds().contains(kind);
  }
}
