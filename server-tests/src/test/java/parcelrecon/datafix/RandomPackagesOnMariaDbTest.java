package parcelrecon.datafix;

class RandomPackagesOnMariaDbTest extends RandomPackages {

  RandomPackagesOnMariaDbTest() {
    super(Server.MARIADB);
  }
}
