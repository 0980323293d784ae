package parcelrecon.datafix;

import org.junit.jupiter.api.Tag;

@Tag("clients")
class HostileScriptsOnPostgresTest extends HostileScripts {

  HostileScriptsOnPostgresTest() {
    super(Server.POSTGRESQL);
  }
}
