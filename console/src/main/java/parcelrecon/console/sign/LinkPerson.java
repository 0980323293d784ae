package parcelrecon.console.sign;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Signs in whoever has the one-time link: the one person of a console without users, who may do
 * everything. There is no second person, so there are no four eyes.
 */
public final class LinkPerson implements AuthenticationProvider {

  static final String NAME = "local";

  private final OneTimeLink link;
  private volatile Consumer<String> terminal = secret -> {};

  LinkPerson(InstantSource clock) {
    this.link = new OneTimeLink(clock);
  }

  /** From now on secrets are shown there; the first one at once. */
  public void showOn(Consumer<String> shown) {
    terminal = shown;
    showNext();
  }

  /** Shows another secret, unless one was shown just now. */
  void showNext() {
    link.next().ifPresent(secret -> terminal.accept(secret));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication given) {
    boolean isIt = given.getName().equals(NAME) && link.use(String.valueOf(given.getCredentials()));
    if (!isIt) {
      throw new BadCredentialsException("not the link");
    }
    return Person.signedIn(NAME, EnumSet.allOf(Role.class), given.getDetails());
  }
}
