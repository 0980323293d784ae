package parcelrecon.source.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parcelrecon.source.SourceSettings;

/**
 * The ends of a {@link ReadRange} as a database compares them with its columns.
 *
 * @param session the offset the session has to have meanwhile, where the database compares local
 *     times only
 * @param isExact false where the zone's offset changes between the ends: then they are a little too
 *     far apart, so that nothing is missed
 */
record Bounds(Object from, Object to, ZoneOffset session, boolean isExact) {

  /** Columns that hold instants as local times of the session hold none before. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  static Bounds of(ReadRange range, SourceSettings settings, Dialect dialect) {
    if (dialect.comparesLocalTimes()) {
      return local(range, settings);
    }
    return new Bounds(
        bound(range.from(), settings), bound(range.to(), settings), ZoneOffset.UTC, true);
  }

  /** Local where the source has its own zone. */
  private static Object bound(Instant instant, SourceSettings settings) {
    return settings.zoneIsOwn()
        ? LocalDateTime.ofInstant(instant, settings.zone())
        : instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * A column without zone holds local times of the source's zone, one of instants is shown in the
   * session's offset, and both are compared with the same text. So the session gets the zone's
   * offset at the start; where the end has another one, the later of both local times serves.
   */
  private static Bounds local(ReadRange range, SourceSettings settings) {
    ZoneOffset session = sessionOffset(range.from(), settings);
    LocalDateTime from = LocalDateTime.ofInstant(range.from(), settings.zone());
    LocalDateTime to = LocalDateTime.ofInstant(range.to(), settings.zone());
    LocalDateTime fromInSession = LocalDateTime.ofInstant(range.from(), session);
    LocalDateTime toInSession = LocalDateTime.ofInstant(range.to(), session);
    return new Bounds(
        literal(from.isBefore(fromInSession) ? from : fromInSession),
        literal(to.isAfter(toInSession) ? to : toInSession),
        session,
        from.equals(fromInSession) && to.equals(toInSession));
  }

  /**
   * As text: a parameter of a type of its own is first converted to the column's, and a time that
   * such a column cannot hold, as with {@code --all}, would compare with nothing.
   */
  private static String literal(LocalDateTime time) {
    return LITERAL.format(time);
  }

  /** Servers know offsets to the minute. */
  private static ZoneOffset sessionOffset(Instant from, SourceSettings settings) {
    ZoneOffset offset = settings.zone().getRules().getOffset(from.isBefore(FIRST) ? FIRST : from);
    return ZoneOffset.ofTotalSeconds(offset.getTotalSeconds() / 60 * 60);
  }
}
