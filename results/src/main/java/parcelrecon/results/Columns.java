package parcelrecon.results;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Values of columns in the form the tables keep them, and back. */
public final class Columns {

  private Columns() {}

  /** The UTF-8 bytes of a text: what it is ordered by. */
  public static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Null when absent. */
  public static String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  /** Null when absent. */
  public static Long number(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  /** Null when absent. */
  public static String name(Optional<? extends Enum<?>> constant) {
    return constant.map(Enum::name).orElse(null);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.parse(row.getString(column));
  }

  public static Optional<Instant> optionalInstant(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Instant::parse);
  }

  public static <E extends Enum<E>> Optional<E> optional(
      ResultSet row, String column, Class<E> type) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(name -> Enum.valueOf(type, name));
  }

  /** Null when the column is. */
  public static Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  public static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
    Long number = number(row, column);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  public static OptionalInt optionalInt(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
