package parcelrecon.demo.truth;

/**
 * One mismatch that must be told of a parcel.
 *
 * @param group the consumer group concerned; empty as a rule
 * @param reason empty as a rule
 */
public record Told(Kind kind, Evidence evidence, String group, Money money, String reason) {

  /** In minor units; null where it makes no sense. */
  public record Money(
      String currency, Long dueMinor, Long paidMinor, Long toCollectMinor, Long toRefundMinor) {
    static final Money NONE = new Money("", null, null, null, null);
  }
}
