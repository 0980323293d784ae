package parcelrecon.console.sign;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What is refused before anybody looks at who asks. */
final class Firewall {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  private Firewall() {}

  /**
   * Only what pages send, and on loopback only by a name of loopback: a page of somebody else's
   * whose name was made to lead here would be asked for under that name.
   */
  static StrictHttpFirewall of(Listening listening) {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST"));
    if (listening.isLoopback() && !listening.trustedProxy()) {
      firewall.setAllowedHostnames(host -> LOOPBACK.matcher(host).matches());
    }
    return firewall;
  }
}
