package parcelrecon.results.listing;

import java.util.List;
import java.util.stream.Stream;

/** What the rows of the list are counted by. */
public enum Facet {
  /** One value, the empty text: all rows. */
  ALL,
  STORE,
  KIND,
  CLASS,
  STANDING,
  /** Empty: no verdict. */
  VERDICT,
  /** Positions in the incident's list; a row in two phases counts in both. Empty: in none. */
  PHASE,
  /** All a {@link Trait} holds. */
  TRAIT,
  /** The {@link StakeBand} of what is at stake; 0: nothing is. */
  STAKE,
  /** Of what is at stake; empty: nothing is. */
  CURRENCY,
  /** Of those that have one. Counted on by every review. */
  DECISION,
  /** Of those that are somebody's work. Counted on by every review. */
  ASSIGNEE;

  /** The values a row counts for. */
  List<String> of(ListedMismatch row) {
    return switch (this) {
      case ALL -> List.of("");
      case STORE -> List.of(row.storeId());
      case KIND -> List.of(row.kind().name());
      case CLASS -> List.of(row.kind().mismatchClass().name());
      case STANDING -> List.of(row.standing().name());
      case VERDICT -> List.of(row.verdict().map(Enum::name).orElse(""));
      case PHASE ->
          row.phases().isEmpty()
              ? List.of("")
              : row.phases().stream().map(String::valueOf).toList();
      case TRAIT -> List.of(Trait.of(row));
      case STAKE -> List.of(String.valueOf(row.stake().band()));
      case CURRENCY -> List.of(row.stake().minor().isPresent() ? row.stake().currency() : "");
      case DECISION -> Stream.ofNullable(row.review().decision()).toList();
      case ASSIGNEE -> Stream.ofNullable(row.review().assignee()).toList();
    };
  }
}
