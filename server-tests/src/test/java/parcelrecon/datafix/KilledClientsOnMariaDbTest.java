package parcelrecon.datafix;

class KilledClientsOnMariaDbTest extends KilledClients {

  /** All sessions in the database but the two of the test itself. */
  KilledClientsOnMariaDbTest() {
    super(
        Server.MARIADB,
        "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'",
        "select count(*) - 2 from information_schema.processlist where db = database()");
  }
}
