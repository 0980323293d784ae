package parcelrecon.console.sign;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where requests come in.
 *
 * @param port 0 for any that is free
 * @param trustedProxy whether a proxy that speaks TLS stands in front, whose X-Forwarded headers
 *     are believed
 */
public record Listening(InetAddress address, int port, boolean trustedProxy, Optional<Tls> tls) {

  public static final int STANDARD_PORT = 8080;

  public static final Listening STANDARD =
      new Listening(InetAddress.getLoopbackAddress(), STANDARD_PORT, false, Optional.empty());

  /** The store with the server's key and certificate. */
  public record Tls(Path keystore, String password) {
    /** Names no secret. */
    @Override
    public String toString() {
      return "Tls[" + keystore + "]";
    }
  }

  public Listening withPort(int other) {
    return new Listening(address, other, trustedProxy, tls);
  }

  /** Whether only this machine can connect. */
  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  /** Whether browsers speak TLS, with us or with the proxy. */
  public boolean isSecure() {
    return tls.isPresent() || trustedProxy;
  }
}
