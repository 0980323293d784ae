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
import java.util.Set;
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
    /** The configuration's key: jdbc, csv, json-lines or kafka. */
    String type();
  }

  /**
   * @param byKey the text of the by-key statement
   * @param dayTotal the text of the day's count; outbound only
   */
  public record Jdbc(
      String url,
      Optional<String> user,
      Optional<String> password,
      Sql query,
      Optional<Sql> byKey,
      Optional<Sql> dayTotal,
      Duration marginBefore,
      Duration marginAfter)
      implements Reader {
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
  public record Csv(String files, char delimiter, Charset charset, boolean header)
      implements Reader {
    @Override
    public String type() {
      return "csv";
    }
  }

  /** JSON lines; fields are JSON Pointers, {@code @key} and {@code @header:NAME}. */
  public record JsonLines(String files, Format format) implements Reader {
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
   */
  public record Kafka(Map<String, String> client, List<String> topics, List<String> watchedGroups)
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
   * How the site's rows become ours.
   *
   * @param columns canonical column to the site's column names (joined with "-") or, for JSON, one
   *     field
   * @param constants canonical column to a fixed value
   * @param values canonical column to (site's value to canonical value); "*" is any other
   * @param include site's column to the values to read
   * @param exclude site's column to the values to leave out
   * @param timeFormat {@link #ISO_8601}, epoch-millis, epoch-seconds or a pattern as the site wrote
   *     it ({@code yyyy} means the year)
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
      String timeFormat,
      String currency,
      String eventType) {
    /** The time format where the site names none. */
    public static final String ISO_8601 = "iso-8601";
  }

  /** How amounts are written. */
  public record Amounts(
      AmountUnit unit,
      char decimalSeparator,
      Optional<Character> groupingSeparator,
      Optional<String> currencySign) {
    public static final Amounts STANDARD =
        new Amounts(AmountUnit.MAJOR, '.', Optional.empty(), Optional.empty());
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
