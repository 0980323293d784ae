package parcelrecon.results.listing;

import java.util.List;

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
  /** How many decimal digits are at stake, in minor units; 0: nothing is. */
  STAKE,
  /** Of what is at stake; empty: nothing is. */
  CURRENCY;

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
      case STAKE -> List.of(String.valueOf(row.stake().band()));
      case CURRENCY -> List.of(row.stake().minor().isPresent() ? row.stake().currency() : "");
    };
  }
}
