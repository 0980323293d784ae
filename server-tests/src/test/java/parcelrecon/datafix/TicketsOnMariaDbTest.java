package parcelrecon.datafix;

class TicketsOnMariaDbTest extends Tickets {

  TicketsOnMariaDbTest() {
    super(Server.MARIADB);
  }
}
