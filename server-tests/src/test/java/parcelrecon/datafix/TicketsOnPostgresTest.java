package parcelrecon.datafix;

import org.junit.jupiter.api.Tag;

@Tag("clients")
class TicketsOnPostgresTest extends Tickets {

  TicketsOnPostgresTest() {
    super(Server.POSTGRESQL);
  }
}
