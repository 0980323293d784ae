package parcelrecon.results.listing;

/** An index of the list, and the statements that read it in its order and in the reverse. */
enum ListingIndex {
  KEY("listing/after_by_key", "listing/before_by_key"),
  STORE("listing/after_by_store", "listing/before_by_store"),
  TRAIT("listing/after_by_trait", "listing/before_by_trait"),
  STAKE("listing/after_by_stake", "listing/before_by_stake"),
  DECISION("listing/after_by_decision", "listing/before_by_decision"),
  OPEN("listing/after_by_open", "listing/before_by_open"),
  ASSIGNEE("listing/after_by_assignee", "listing/before_by_assignee");

  private final String after;
  private final String before;

  ListingIndex(String after, String before) {
    this.after = after;
    this.before = before;
  }

  String statement(Direction direction) {
    return direction == Direction.FORWARD ? after : before;
  }

  /** Whether its statements ask for one value. */
  boolean hasValue() {
    return this != KEY && this != OPEN;
  }

  /** Which way a list is read. */
  enum Direction {
    FORWARD,
    BACKWARD
  }
}
