package parcelrecon.job;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;

/**
 * Statements of Spring Batch, with texts that every database keeps. It saves the text of the
 * failure that ended a step; that may quote what was read, and PostgreSQL has no U+0000.
 */
final class KeptTexts extends JdbcTemplate {

  KeptTexts(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected PreparedStatementSetter newArgPreparedStatementSetter(Object[] arguments) {
    return super.newArgPreparedStatementSetter(kept(arguments));
  }

  @Override
  protected PreparedStatementSetter newArgTypePreparedStatementSetter(
      Object[] arguments, int[] types) {
    return super.newArgTypePreparedStatementSetter(kept(arguments), types);
  }

  private static Object[] kept(Object[] arguments) {
    if (arguments == null) {
      return null;
    }
    Object[] kept = arguments.clone();
    for (int at = 0; at < kept.length; at++) {
      if (kept[at] instanceof String text) {
        kept[at] = text.replace('\u0000', '\uFFFD');
      }
    }
    return kept;
  }
}
