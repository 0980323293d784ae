package parcelrecon.datafix;

class SafeScriptsOnMariaDbTest extends SafeScripts {

  SafeScriptsOnMariaDbTest() {
    super(Server.MARIADB);
  }
}
