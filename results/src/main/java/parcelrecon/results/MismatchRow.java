package parcelrecon.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Mismatch;

/**
 * A mismatch as outputs list it.
 *
 * @param subject the outbound the row shows: its store, payment and times; absent without any
 *     outbound
 * @param storeId of the subject, else of the parcel's events or attempts; null when none tells
 * @param suggestions those that stand on this row, in their order
 */
public record MismatchRow(
    Mismatch mismatch,
    Optional<Verdict> verdict,
    Optional<Outbound> subject,
    String storeId,
    List<Suggestion> suggestions) {

  public MismatchRow {
    suggestions = List.copyOf(suggestions);
  }

  public Instant requestedAt() {
    return subject.map(Outbound::requestedAt).orElse(null);
  }

  public Instant completedAt() {
    return subject.map(Outbound::completedAt).orElse(null);
  }
}
