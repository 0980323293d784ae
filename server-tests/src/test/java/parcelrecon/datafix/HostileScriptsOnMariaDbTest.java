package parcelrecon.datafix;

class HostileScriptsOnMariaDbTest extends HostileScripts {

  HostileScriptsOnMariaDbTest() {
    super(Server.MARIADB);
  }
}
