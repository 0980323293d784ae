package parcelrecon.tell;

import java.util.Optional;

/**
 * The server that mail is handed to.
 *
 * @param login absent where it takes mail from anybody
 * @param from the sender's address
 */
public record MailServer(String host, int port, Optional<Login> login, String from, Tls tls) {

  /** Who signs in there. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /** How the way there is encrypted. */
  public enum Tls {
    NONE(25),
    /** It begins in clear, and nothing is sent unless the server agrees to encrypt. */
    STARTTLS(587),
    TLS(465);

    private final int port;

    Tls(int port) {
      this.port = port;
    }

    /** The usual one. */
    public int port() {
      return port;
    }
  }
}
