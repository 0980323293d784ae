package parcelrecon.datafix;

class RandomPackagesOnH2Test extends RandomPackages {

  RandomPackagesOnH2Test() {
    super(Server.H2);
  }
}
