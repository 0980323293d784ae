package parcelrecon.datafix;

class SafeScriptsOnH2Test extends SafeScripts {

  SafeScriptsOnH2Test() {
    super(Server.H2);
  }
}
