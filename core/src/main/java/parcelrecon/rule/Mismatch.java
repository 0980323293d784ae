package parcelrecon.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import parcelrecon.model.RecordRef;

/**
 * One thing the records of a parcel disagree about.
 *
 * @param group the consumer group of EVENT_NOT_CONSUMED; empty for all other kinds
 * @param edge whether every record that brings the parcel into scope lies at the window's very edge
 * @param reason null but for UNCOLLECTED
 * @param refs the records it rests on, sorted, each once
 */
public record Mismatch(
    String parcelId,
    MismatchKind kind,
    String group,
    Proof proof,
    boolean edge,
    Amounts amounts,
    Reason reason,
    List<RecordRef> refs) {

  /** Why nothing was collected. */
  public enum Reason {
    NEVER_PAID,
    GIVEN_BACK
  }

  /**
   * Amounts in minor units of {@code currency}; null where they make no sense for the kind.
   *
   * @param paidMinor captures less refunds; may be negative
   */
  public record Amounts(
      String currency, Long dueMinor, Long paidMinor, Long toCollectMinor, Long toRefundMinor) {
    public static final Amounts NONE = new Amounts(null, null, null, null, null);
  }

  public Mismatch {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(group);
    Objects.requireNonNull(proof);
    Objects.requireNonNull(amounts);
    refs = refs.stream().sorted().distinct().toList();
  }

  /** Whether it is the same in another run: of the same parcel, kind and group. */
  public boolean isSame(Mismatch other) {
    return kind == other.kind && group.equals(other.group) && parcelId.equals(other.parcelId);
  }

  /** The same mismatch, resting on one more record. */
  Mismatch citing(RecordRef ref) {
    return new Mismatch(
        parcelId,
        kind,
        group,
        proof,
        edge,
        amounts,
        reason,
        Stream.concat(refs.stream(), Stream.of(ref)).toList());
  }
}
