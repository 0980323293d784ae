package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** The number of parcels that the site counts for the days a window touches. */
record DayTotal(SiteStatement statement, DatabaseProblems problems) {

  /**
   * Absent when the site's statement does not know, or when the database would have to know the
   * zone by name to count exactly, and does not.
   */
  OptionalLong count(Session session, Bounds days) {
    if (days.isExact()) {
      session.use(days);
      return ask(session, days);
    }
    return session.inNamedZone(() -> ask(session, days)).orElse(OptionalLong.empty());
  }

  private OptionalLong ask(Session session, Bounds days) {
    try (Query counting = statement.on(session)) {
      Optional<BigDecimal> count =
          counting
              .bind("day_from", days.from())
              .bind("day_to", days.to())
              .mapTo(BigDecimal.class)
              .findFirst();
      return count
          .map(BigDecimal::longValueExact)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    } catch (JdbiException e) {
      throw problems.failed(statement.file(), e);
    } catch (ArithmeticException e) {
      throw problems.wrongStatement(statement.file(), "the day's total is not a whole number");
    }
  }
}
