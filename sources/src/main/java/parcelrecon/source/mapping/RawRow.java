package parcelrecon.source.mapping;

/** A row as a source read it, in the site's own columns. */
public interface RawRow {

  /**
   * The value of a site's column: null or "" when absent; else a String, Boolean, Number,
   * BigDecimal, or a type of java.time (Instant, OffsetDateTime, ZonedDateTime, LocalDateTime,
   * LocalDate, LocalTime), or an {@link UnreadableValue}. Null for a column the row does not have.
   * What holds several values is a List of such.
   */
  Object value(String siteColumn);

  /** The row itself, for rejects. Holds no more than the source itself shows. */
  String text();
}
