package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** How a column's cells read, in types that the rows of every database have in common. */
enum CellType {
  TEXT {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      return rows.getString(column);
    }
  },
  /** Of a fixed length: blanks at its end are padding, never part of the value. */
  PADDED {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      String text = rows.getString(column);
      return text == null ? null : withoutPadding(text);
    }
  },
  WHOLE {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      long number = rows.getLong(column);
      return rows.wasNull() ? null : number;
    }
  },
  DECIMAL {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      return rows.getBigDecimal(column);
    }
  },
  /** The shortest decimal that means the binary fraction: 0.1 stays 0.1. */
  SINGLE {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      float number = rows.getFloat(column);
      return rows.wasNull() ? null : decimal(Float.toString(number));
    }
  },
  DOUBLE {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      double number = rows.getDouble(column);
      return rows.wasNull() ? null : decimal(Double.toString(number));
    }
  },
  TRUTH {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      boolean truth = rows.getBoolean(column);
      return rows.wasNull() ? null : truth;
    }
  },
  INSTANT {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
  },
  /** An instant that the database shows as a local time of the session. */
  SESSION_TIME {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      LocalDateTime time = rows.getObject(column, LocalDateTime.class);
      return time == null ? null : time.toInstant(session);
    }
  },
  LOCAL_TIME {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      return rows.getObject(column, LocalDateTime.class);
    }
  },
  DAY {
    @Override
    Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException {
      return rows.getObject(column, LocalDate.class);
    }
  };

  /**
   * The cell of the row the cursor is at; null stays null.
   *
   * @param session the offset of the session, where it has one
   * @throws java.time.DateTimeException as some drivers do for a date that does not exist
   */
  abstract Object read(ResultSet rows, int column, ZoneOffset session) throws SQLException;

  /**
   * @param type of {@link Types}
   * @param name the database's own of it
   */
  static CellType of(Dialect dialect, int type, String name) {
    return switch (type) {
      case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
      case Types.TIMESTAMP -> time(dialect, name);
      case Types.DATE -> DAY;
      case Types.BIGINT -> name.toUpperCase(Locale.ROOT).endsWith("UNSIGNED") ? DECIMAL : WHOLE;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> WHOLE;
      case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
      case Types.REAL -> SINGLE;
      case Types.FLOAT, Types.DOUBLE -> name.equals("money") ? TEXT : DOUBLE;
      case Types.BIT, Types.BOOLEAN -> truth(dialect, name);
      case Types.CHAR -> PADDED;
      default -> TEXT;
    };
  }

  private static CellType time(Dialect dialect, String name) {
    return switch (dialect) {
      case H2 -> LOCAL_TIME;
      case POSTGRESQL -> name.equals("timestamptz") ? INSTANT : LOCAL_TIME;
      case MARIADB, MYSQL -> name.equals("TIMESTAMP") ? SESSION_TIME : LOCAL_TIME;
    };
  }

  /** BIT(n) of MariaDB and MySQL is a number, of PostgreSQL a row of digits. */
  private static CellType truth(Dialect dialect, String name) {
    return switch (dialect) {
      case H2 -> TRUTH;
      case POSTGRESQL -> name.equals("bool") ? TRUTH : TEXT;
      case MARIADB, MYSQL -> WHOLE;
    };
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  /** A number that is none stays a text, and is rejected with it. */
  private static Object decimal(String number) {
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException e) {
      return number;
    }
  }
}
