package parcelrecon.report.datafix.change;

/** Why a suggestion became a task for a person instead of a statement or a replay line. */
public enum Obstacle {
  /** The outbounds are not in a table that a statement could change. */
  NO_TABLE,
  /** The site has not described its table. */
  NO_DATAFIX_SETTINGS,
  /** The outbound has no id to find its row by. */
  NO_ID,
  /** The id is outside the site's pattern, or holds control characters. */
  ID_OUTSIDE_PATTERN,
  /** Without the version that was seen there is no guard. */
  NO_ROW_VERSION,
  /** The site has no word for a state that the statement names. */
  NO_WORD_FOR_STATE,
  /** Which of several records is the wrong one cannot be told from here. */
  SEVERAL_OUTBOUNDS,
  /** The site names no topic for replays, or no type for the event. */
  NO_REPLAY_TOPIC,
  /** Events are not read as JSON: how the topic holds them is not known. */
  EVENTS_NOT_JSON,
  /** The mapping of events cannot be turned around for a column. */
  EVENT_NOT_WRITABLE
}
