package parcelrecon.results;

import java.util.List;
import java.util.OptionalLong;
import parcelrecon.model.RecordRef;
import parcelrecon.rule.Mismatch;

/**
 * What became of a mismatch over all runs of an incident.
 *
 * @param mismatch as the latest run has it that lists it
 * @param firstListed the first run that lists it
 * @param lastListed the latest run that lists it
 * @param lastOpen the latest run in which it is open; absent of one that never was
 * @param healedIn the first run after that which shows it healed; of HEALED only
 * @param healedBy the records that healed it, sorted; may be empty, see {@link DiffRow}
 */
public record MismatchEnd(
    Mismatch mismatch,
    State state,
    long firstListed,
    long lastListed,
    OptionalLong lastOpen,
    OptionalLong healedIn,
    List<RecordRef> healedBy) {

  /** How it stands in the last of the runs. The names are in the database and in files. */
  public enum State {
    /** Listed, but in no run was there anything to be done. */
    NOTHING_TO_DO,
    /** Open once, and a later run saw it healed. */
    HEALED,
    /** Open in the last run. */
    OPEN,
    /** Open once, not open in the last run, and none has seen it healed. Absence heals nothing. */
    NOT_KNOWN
  }

  public MismatchEnd {
    healedBy = List.copyOf(healedBy);
  }
}
