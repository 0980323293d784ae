package parcelrecon.rule;

import java.time.Duration;
import java.util.Locale;

/** The durations a site can set in the {@code rules} section, with what holds when it does not. */
public enum RuleSetting {
  /** A call at least this long was shown as failed (judged only without attempts). */
  COUNTER_TIMEOUT(Duration.ofSeconds(3)),
  /** How long after an error a new try still counts as the same visit. */
  RETRY_WINDOW(Duration.ofMinutes(15)),
  /** A pending outbound older than this is stuck. */
  STUCK_AFTER(Duration.ofMinutes(15)),
  /** How far clocks may differ; nearer to the window's edge is told as edge. */
  CLOCK_SKEW(Duration.ofSeconds(2)),
  /** An event later than this after the outbound is late. */
  EVENT_LATENESS(Duration.ofMinutes(5)),
  /** A payment later than this after the outbound is late. */
  LATE_PAYMENT(Duration.ofHours(1)),
  /** How long a payment may take to arrive before it is missed. */
  PAYMENT_GRACE(Duration.ofHours(1));

  private final Duration standard;

  RuleSetting(Duration standard) {
    this.standard = standard;
  }

  public Duration standard() {
    return standard;
  }

  /** The configuration's key, for example {@code counter-timeout}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
