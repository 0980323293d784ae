package parcelrecon.console.sign;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody asks. */
final class Addresses {

  static final String UNKNOWN = "?";

  private Addresses() {}

  static String of(Authentication authentication) {
    return authentication.getDetails() instanceof WebAuthenticationDetails details
            && details.getRemoteAddress() != null
        ? details.getRemoteAddress()
        : UNKNOWN;
  }
}
