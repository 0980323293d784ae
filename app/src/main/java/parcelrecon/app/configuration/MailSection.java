package parcelrecon.app.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parcelrecon.tell.MailServer;
import parcelrecon.tell.MailServer.Login;
import parcelrecon.tell.MailServer.Tls;

/** The {@code mail} section: the server that mail is handed to. */
record MailSection(Section section) {

  private static final int PORT_MAX = 65_535;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
  private static final Map<String, Tls> TLS =
      Map.of("none", Tls.NONE, "starttls", Tls.STARTTLS, "tls", Tls.TLS);

  /** Absent, with problems told, where it cannot be used. */
  Optional<MailServer> read() {
    Optional<String> host = section.required("host", "host: smtp.example.com").flatMap(Value::text);
    Tls tls = section.value("tls").flatMap(word -> word.oneOf(TLS)).orElse(Tls.STARTTLS);
    int port = section.value("port").flatMap(MailSection::port).orElse(tls.port());
    Optional<String> from =
        section.required("from", "from: recon@example.com").flatMap(MailSection::address);
    Optional<Login> login = login();
    if (login.isPresent() && tls == Tls.NONE && host.filter(HERE::contains).isEmpty()) {
      section.problem(
          section.path() + ".tls is none, and the password would be sent in clear",
          "Write tls: starttls or tls: tls");
    }
    section.end();
    return host.flatMap(at -> from.map(sender -> new MailServer(at, port, login, sender, tls)));
  }

  private Optional<Login> login() {
    Optional<String> user = section.text("user");
    Optional<String> password = section.text("password");
    if (section.has("user") != section.has("password")) {
      section.problem(section.path() + " has only one of user and password", "Give both or none");
    }
    return user.flatMap(name -> password.map(word -> new Login(name, word)));
  }

  private static Optional<Integer> port(Value value) {
    return value
        .wholeNumber()
        .filter(
            port -> {
              boolean isPort = port >= 1 && port <= PORT_MAX;
              if (!isPort) {
                value.problem("is no port", "Write e.g. 587");
              }
              return isPort;
            })
        .map(Math::toIntExact);
  }

  private static Optional<String> address(Value value) {
    return value
        .text()
        .filter(
            text -> {
              boolean isAddress = TellSection.isAddress(text);
              if (!isAddress) {
                value.problem("is no address of mail", "Write e.g. recon@example.com");
              }
              return isAddress;
            });
  }
}
