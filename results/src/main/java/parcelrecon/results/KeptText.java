package parcelrecon.results;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Texts as they are kept. PostgreSQL has no U+0000; a rejected row or a note may hold one. It
 * becomes U+FFFD in every kind of database, so that outputs do not depend on the kind.
 */
final class KeptText extends AbstractArgumentFactory<String> {

  KeptText() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String text, ConfigRegistry config) {
    String kept = text.replace('\u0000', '\uFFFD');
    return (position, statement, context) -> statement.setString(position, kept);
  }
}
