package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import parcelrecon.model.Moment;
import parcelrecon.model.RecordRef;

/**
 * One row while it is read: its canonical columns, each as what it has to be. Every method throws
 * {@link Unreadable} with the reason.
 *
 * @param parcel which of the row's parcels; null when absent
 */
record RowReading(Columns columns, RawRow row, RecordRef ref, EventStamp stamp, Object parcel) {

  /**
   * Longer ones are no ids, but rows that run into each other. Keys of indexes have such a limit.
   */
  static final int TEXT_CHARACTERS_MAX = 500;

  /** Null when absent. */
  String text(String column) {
    return limited(column, columns.cell(column).text(row));
  }

  private static String limited(String column, String text) {
    if (text != null && text.length() > TEXT_CHARACTERS_MAX) {
      throw new Unreadable(
          column
              + " has "
              + text.length()
              + " characters, expected at most "
              + TEXT_CHARACTERS_MAX);
    }
    return text;
  }

  String required(String column) {
    return present(column, text(column));
  }

  String parcelId() {
    String id = present("parcel_id", limited("parcel_id", Cell.textOf("parcel_id", parcel)));
    if (id.isBlank()) {
      throw new Unreadable("parcel_id is blank");
    }
    return id;
  }

  /** The currency's code: the row's, else the one configured. */
  String currency() {
    String code = text("currency");
    String currency = code == null ? columns.currency() : code;
    columns.decimals(present("currency", currency));
    return currency;
  }

  /** Null when absent. */
  Long amountMinor(String column, String currency) {
    Object value = columns.cell(column).value(row);
    return value == null
        ? null
        : columns.amounts().minor(column, value, columns.decimals(currency));
  }

  long requiredAmountMinor(String column, String currency) {
    return present(column, amountMinor(column, currency));
  }

  /** Null when absent; a day where the value has no time of day. */
  Moment moment(String column) {
    Object value = columns.cell(column).value(row);
    return value == null ? null : columns.times().moment(column, value);
  }

  /** Null when absent; a day counts by its start. */
  Instant startOf(String column) {
    Moment moment = moment(column);
    return moment == null ? null : moment.start();
  }

  /** Null when absent; a day is unreadable. */
  Instant instant(String column) {
    Moment moment = moment(column);
    if (moment != null && moment.isDay()) {
      throw Unreadable.value(column, text(column), "is a day, expected a time");
    }
    return moment == null ? null : moment.start();
  }

  Instant requiredInstant(String column) {
    return present(column, instant(column));
  }

  /** Null when absent; a whole number of at least 0. */
  Long wholeNumber(String column) {
    Object value = columns.cell(column).value(row);
    if (value == null) {
      return null;
    }
    try {
      BigDecimal number =
          value instanceof Number seen
              ? Cell.decimal(column, seen)
              : Cell.decimal(column, new BigDecimal(Cell.textOf(column, value).strip()));
      if (number.signum() >= 0) {
        return number.longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below, as for a negative one
    }
    throw Unreadable.value(column, value, "is not a whole number of 0 or more, expected e.g. 12");
  }

  <E extends Enum<E>> E choice(String column, Class<E> choices, E absent) {
    String text = text(column);
    if (text == null) {
      return absent;
    }
    try {
      return Enum.valueOf(choices, text);
    } catch (IllegalArgumentException e) {
      throw Unreadable.value(
          column, text, "is none of " + Arrays.toString(choices.getEnumConstants()));
    }
  }

  <E extends Enum<E>> E requiredChoice(String column, Class<E> choices) {
    return present(column, choice(column, choices, null));
  }

  private static <T> T present(String column, T value) {
    if (value == null) {
      throw new Unreadable(column + " is empty");
    }
    return value;
  }
}
