package parcelrecon.results;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Values of columns in the form the tables keep them, and back. */
final class Columns {

  private Columns() {}

  /** The UTF-8 bytes of a text: what it is ordered by. */
  static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Null when absent. */
  static String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  /** Null when absent. */
  static Long number(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  /** Null when absent. */
  static String name(Optional<? extends Enum<?>> constant) {
    return constant.map(Enum::name).orElse(null);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.parse(row.getString(column));
  }

  static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Instant::parse);
  }

  static <E extends Enum<E>> Optional<E> optional(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(name -> Enum.valueOf(type, name));
  }

  /** Null when the column is. */
  static Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
    Long number = number(row, column);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  static OptionalInt optionalInt(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
