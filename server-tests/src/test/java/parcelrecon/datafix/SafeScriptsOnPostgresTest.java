package parcelrecon.datafix;

import org.junit.jupiter.api.Tag;

@Tag("clients")
class SafeScriptsOnPostgresTest extends SafeScripts {

  SafeScriptsOnPostgresTest() {
    super(Server.POSTGRESQL);
  }
}
