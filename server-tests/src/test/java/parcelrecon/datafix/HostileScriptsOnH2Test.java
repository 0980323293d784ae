package parcelrecon.datafix;

class HostileScriptsOnH2Test extends HostileScripts {

  HostileScriptsOnH2Test() {
    super(Server.H2);
  }
}
