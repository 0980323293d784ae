package parcelrecon.demo.story;

/** What became of the event of a pick-up. */
public enum EventFate {
  /** Sent with the pick-up. */
  AT_ONCE,
  /** Sent with the pick-up, twice. */
  AT_ONCE_TWICE,
  /** Held back while the cluster was down, sent after its restart. */
  LATE,
  /** Held back, then sent twice. */
  LATE_TWICE,
  /** Thrown away while the cluster was down. */
  LOST,
  /** Never sent: the counters were switched off Kafka. */
  SWITCHED_OFF;

  public boolean gotOut() {
    return this != LOST && this != SWITCHED_OFF;
  }
}
