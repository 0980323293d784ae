package parcelrecon.console.sign;

import org.springframework.security.core.AuthenticationException;

/** A try to sign in that was not looked at, since there were too many before it. */
final class TooManyTries extends AuthenticationException {
  TooManyTries() {
    super("too many tries");
  }
}
