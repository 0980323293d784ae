package parcelrecon.source.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parcelrecon.source.SourceSettings.Jdbc;

/** The statements a site wrote for one source. */
record SiteStatements(
    SiteStatement query,
    Optional<SiteStatement> byKey,
    Optional<SiteStatement> dayTotal,
    Optional<SiteStatement> heartbeat) {

  static SiteStatements of(Jdbc jdbc, DatabaseProblems problems) {
    return new SiteStatements(
        SiteStatement.named(jdbc.query(), Set.of("from", "to"), problems),
        jdbc.byKey().map(sql -> SiteStatement.byKey(sql, problems)),
        jdbc.dayTotal()
            .map(sql -> SiteStatement.named(sql, Set.of("day_from", "day_to"), problems)),
        jdbc.heartbeat().map(sql -> SiteStatement.named(sql, Set.of(), problems)));
  }

  /**
   * Sees without running them that they are what is expected.
   *
   * @param siteColumns what those that give rows must have
   */
  void check(Session session, Set<String> siteColumns) {
    query.check(session, siteColumns);
    byKey.ifPresent(statement -> statement.check(session, siteColumns));
    dayTotal.ifPresent(statement -> statement.check(session, Set.of()));
    heartbeat.ifPresent(statement -> statement.check(session, Set.of()));
  }

  /** The files they stand in. */
  List<String> files() {
    return Stream.of(Optional.of(query), byKey, dayTotal, heartbeat)
        .flatMap(Optional::stream)
        .map(SiteStatement::file)
        .toList();
  }
}
