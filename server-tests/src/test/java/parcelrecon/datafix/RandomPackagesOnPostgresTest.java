package parcelrecon.datafix;

import org.junit.jupiter.api.Tag;

@Tag("clients")
class RandomPackagesOnPostgresTest extends RandomPackages {

  RandomPackagesOnPostgresTest() {
    super(Server.POSTGRESQL);
  }
}
