package parcelrecon.datafix;

class TicketsOnH2Test extends Tickets {

  TicketsOnH2Test() {
    super(Server.H2);
  }
}
