package parcelrecon.results.review;

import java.util.Comparator;
import java.util.Objects;
import parcelrecon.model.Utf8Order;
import parcelrecon.rule.MismatchKind;

/**
 * What makes a mismatch the same in every run of an incident.
 *
 * @param group the consumer group of EVENT_NOT_CONSUMED; empty for all other kinds
 */
public record MismatchId(String parcelId, MismatchKind kind, String group)
    implements Comparable<MismatchId> {

  private static final Comparator<MismatchId> ORDER =
      Comparator.comparing(MismatchId::parcelId, Utf8Order.COMPARATOR)
          .thenComparing(id -> id.kind().name())
          .thenComparing(MismatchId::group, Utf8Order.COMPARATOR);

  public MismatchId {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(group);
  }

  @Override
  public int compareTo(MismatchId other) {
    return ORDER.compare(this, other);
  }
}
