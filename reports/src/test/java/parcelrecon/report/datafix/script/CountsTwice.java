package parcelrecon.report.datafix.script;

import java.sql.Connection;
import org.h2.api.Trigger;

/** A trigger that counts a row's version up by itself, the third column of its table. */
public final class CountsTwice implements Trigger {

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) {
    after[2] = (Integer) after[2] + 1;
  }
}
