package parcelrecon.datafix;

import org.junit.jupiter.api.Tag;

@Tag("clients")
class KilledClientsOnPostgresTest extends KilledClients {

  private static final String SESSIONS =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and application_name = 'psql'";

  KilledClientsOnPostgresTest() {
    super(Server.POSTGRESQL, SESSIONS + " and wait_event_type = 'Lock'", SESSIONS);
  }
}
