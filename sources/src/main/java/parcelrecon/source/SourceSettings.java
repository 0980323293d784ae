package parcelrecon.source;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import parcelrecon.model.SourceName;

/**
 * How the configuration describes one source.
 *
 * @param base the configuration's folder: relative paths count from it
 * @param zone of times without an offset
 * @param zoneIsOwn whether the source itself sets the zone ({@code :from} and {@code :to} then
 *     reach a database as local times of it, else as instants)
 * @param independent payments: false when the outbound itself writes these rows; true for all other
 *     sources
 * @param completeThrough payments: when set, the instant the rows are complete through
 */
public record SourceSettings(
    SourceName name,
    Path base,
    Reader reader,
    Mapping mapping,
    ZoneId zone,
    boolean zoneIsOwn,
    boolean independent,
    Optional<Instant> completeThrough) {

  /** Where the rows come from. */
  public sealed interface Reader {
    /** The configuration's key: jdbc, csv, xlsx, json-lines, access-log, kafka, kafka-segments. */
    String type();

    /** Whether its rows are JSON, so that the site's columns are fields. */
    default boolean hasFields() {
      return this instanceof JsonLines || this instanceof Kafka || this instanceof KafkaSegments;
    }

    /** The footer its files have. */
    default Optional<Footer> footer() {
      return Optional.empty();
    }
  }

  /**
   * @param byKey the text of the by-key statement
   * @param dayTotal the text of the day's count; outbound only
   * @param heartbeat the text of what tells up to when a replica has seen what was written
   * @param ranges how many ranges the time asked for is read in
   */
  public record Jdbc(
      String url,
      Optional<String> user,
      Optional<String> password,
      Sql query,
      Optional<Sql> byKey,
      Optional<Sql> dayTotal,
      Optional<Sql> heartbeat,
      int ranges,
      Duration marginBefore,
      Duration marginAfter)
      implements Reader {
    /** Each may take a connection of its own. */
    public static final int RANGES_MAX = 64;

    @Override
    public String type() {
      return "jdbc";
    }

    /** Names no secret. */
    @Override
    public String toString() {
      return "Jdbc[" + query.file() + "]";
    }
  }

  /** A statement and the file it stands in, as the configuration names it. */
  public record Sql(String file, String text) {}

  /**
   * @param files a path or glob, relative to {@code base}
   */
  public record Csv(
      String files, char delimiter, Charset charset, boolean header, Optional<Footer> footer)
      implements Reader {
    @Override
    public String type() {
      return "csv";
    }
  }

  /**
   * Workbooks, one table of each; its heading is the first row that holds all columns needed.
   *
   * @param files a path or glob, relative to {@code base}
   * @param sheet its name; where absent, the only one that has the columns needed
   */
  public record Xlsx(String files, Optional<String> sheet, Optional<Footer> footer)
      implements Reader {
    @Override
    public String type() {
      return "xlsx";
    }
  }

  /**
   * The row at the end of a file that tells how many rows it has and what they add up to. It is no
   * row itself.
   *
   * @param column the site's column that tells a footer by its value
   * @param count the site's column with the number of rows
   * @param sum the site's column with the sum of the amounts
   */
  public record Footer(String column, String value, Optional<String> count, Optional<String> sum) {

    /** The site's columns it is read by. */
    public List<String> columns() {
      return Stream.of(Optional.of(column), count, sum).flatMap(Optional::stream).toList();
    }
  }

  /**
   * JSON lines; fields are JSON Pointers, {@code @key}, {@code @header:NAME} and what is taken out
   * of a request.
   *
   * @param request the field with the request of a call; attempts only
   */
  public record JsonLines(String files, Format format, Optional<String> request) implements Reader {
    @Override
    public String type() {
      return "json-lines";
    }
  }

  /** How a line of JSON lines holds its record. */
  public enum Format {
    /** The line is the record. */
    PLAIN,
    /** As {@code kcat -J} writes: topic, partition, offset, ts, key, payload. */
    KCAT,
    /** As the console consumer writes with all its print options. */
    CONSOLE_CONSUMER
  }

  /**
   * @param client allow-listed client properties, {@code bootstrap.servers} among them; may hold
   *     secrets
   * @param bytesPerSecond the most that is fetched in a second by all readers together
   */
  public record Kafka(
      Map<String, String> client,
      List<String> topics,
      List<String> watchedGroups,
      OptionalLong bytesPerSecond)
      implements Reader {
    @Override
    public String type() {
      return "kafka";
    }

    /** Names no secret. */
    @Override
    public String toString() {
      return "Kafka" + topics;
    }
  }

  /**
   * What brokers keep on disk: folders of a topic's partitions, named TOPIC-PARTITION. Needs no
   * broker.
   *
   * @param directories paths or globs, relative to {@code base}; several copies of one partition
   *     are read as one
   */
  public record KafkaSegments(List<String> directories) implements Reader {
    @Override
    public String type() {
      return "kafka-segments";
    }
  }

  /**
   * A proxy's access log, a call a line.
   *
   * @param pattern the name of a known pattern, or a regular expression whose named groups are the
   *     site's columns
   */
  public record AccessLog(String files, String pattern) implements Reader {
    @Override
    public String type() {
      return "access-log";
    }
  }

  /**
   * How the site's rows become ours.
   *
   * @param columns canonical column to the site's column names (joined with "-") or, for JSON, one
   *     field
   * @param constants canonical column to a fixed value
   * @param values canonical column to (site's value to canonical value); "*" is any other
   * @param include site's column to the values to read
   * @param exclude site's column to the values to leave out
   * @param calls attempts only
   * @param currency where no column tells it; empty when the site names none
   * @param eventType where no column tells it: the outbound type
   */
  public record Mapping(
      Map<String, List<String>> columns,
      Map<String, String> constants,
      Map<String, Map<String, String>> values,
      Map<String, Set<String>> include,
      Map<String, Set<String>> exclude,
      Amounts amounts,
      Times times,
      Calls calls,
      String currency,
      String eventType) {}

  /**
   * How a log of calls is written.
   *
   * @param parcelSeparator what stands between several parcels of one call, of which each gets an
   *     attempt of its own
   * @param durationUnit of the site's column that is our duration_millis
   */
  public record Calls(Optional<String> parcelSeparator, DurationUnit durationUnit) {
    public static final Calls STANDARD = new Calls(Optional.empty(), DurationUnit.MILLIS);
  }

  /** What a duration of 1 is. */
  public enum DurationUnit {
    MILLIS(1_000_000, "9100"),
    SECONDS(1_000_000_000, "9.100"),
    MICROS(1_000, "9100000");

    private final long nanos;
    private final String example;

    DurationUnit(long nanos, String example) {
      this.nanos = nanos;
      this.example = example;
    }

    public long nanos() {
      return nanos;
    }

    /** A duration written so. */
    public String example() {
      return example;
    }
  }

  /**
   * How times are written.
   *
   * @param format {@link #ISO_8601}, epoch-millis, epoch-seconds or a pattern as the site wrote it
   *     ({@code yyyy} means the year)
   * @param calendar whose years a pattern's are
   */
  public record Times(String format, Calendar calendar) {
    /** The time format where the site names none. */
    public static final String ISO_8601 = "iso-8601";

    public static final Times STANDARD = new Times(ISO_8601, Calendar.ISO);
  }

  /** Which year a date means. */
  public enum Calendar {
    ISO,
    /** Years of the Republic of China: 111 is 2022. */
    MINGUO
  }

  /** How amounts are written. */
  public record Amounts(
      AmountUnit unit,
      char decimalSeparator,
      Optional<Character> groupingSeparator,
      Optional<String> currencySign,
      Negative negative) {
    public static final Amounts STANDARD =
        new Amounts(AmountUnit.MAJOR, '.', Optional.empty(), Optional.empty(), Negative.REJECTED);
  }

  /** What a payment of a negative amount is. */
  public enum Negative {
    /** Unreadable. */
    REJECTED,
    /** Money given back: a REFUND of the amount, in the state the row tells. */
    REFUND,
    /**
     * A payment taken back before it counted: VOIDED, in place of the payment with its id. One that
     * failed or is pending has taken nothing back; it is a REFUND that failed or is pending.
     */
    VOID
  }

  /** Whether "12" is twelve dollars or twelve cents. */
  public enum AmountUnit {
    MAJOR,
    MINOR
  }

  /** Limits of rejected rows: too many is more than the greater of both. */
  public record RejectLimits(long rowsMax, BigDecimal shareMax) {
    public static final RejectLimits STANDARD = new RejectLimits(100, new BigDecimal("0.001"));

    public boolean isExceeded(long rejected, long read) {
      return BigDecimal.valueOf(rejected)
              .compareTo(
                  BigDecimal.valueOf(rowsMax).max(shareMax.multiply(BigDecimal.valueOf(read))))
          > 0;
    }
  }
}
