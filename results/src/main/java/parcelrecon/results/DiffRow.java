package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Verdict;
import parcelrecon.outcome.Change;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;

/**
 * A mismatch that is open in at least one of two runs.
 *
 * @param group the consumer group of EVENT_NOT_CONSUMED; empty for all other kinds
 * @param before as the run before lists it, open or not; absent where it does not
 * @param after as the run after lists it, open or not; absent where it does not
 * @param healedBy of a HEALED one the records that healed it, sorted; empty where none is known: a
 *     receipt or a setting settles it, a consumer went on, or the run after kept none of the
 *     parcel's records because it found nothing about it
 */
public record DiffRow(
    String parcelId,
    MismatchKind kind,
    String group,
    Change change,
    Optional<Side> before,
    Optional<Side> after,
    List<RecordRef> healedBy) {

  /**
   * What one of the runs says.
   *
   * @param verdict of the parcel
   */
  public record Side(Mismatch mismatch, Optional<Verdict> verdict) {}

  public DiffRow {
    healedBy = List.copyOf(healedBy);
  }
}
