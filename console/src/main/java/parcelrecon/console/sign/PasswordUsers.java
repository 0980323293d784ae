package parcelrecon.console.sign;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import parcelrecon.console.sign.SignSettings.KnownUser;

/**
 * Signs in the users of the configuration by their passwords. A name that does not exist takes as
 * long, and is answered in the same way, as one that does.
 */
final class PasswordUsers implements AuthenticationProvider {

  /** Each takes megabytes and a processor for a while. */
  private static final int CHECKED_AT_ONCE_MAX = 2;

  private static final Duration TURN_MAX = Duration.ofSeconds(5);

  private final List<KnownUser> users;
  private final SignInLimit limit;
  private final Semaphore turns = new Semaphore(CHECKED_AT_ONCE_MAX, true);

  PasswordUsers(List<KnownUser> users, InstantSource clock) {
    this.users = users;
    this.limit = new SignInLimit(clock);
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String name = given.getName();
    String password = String.valueOf(given.getCredentials());
    String address = Addresses.of(given);
    if (!limit.begin(name, address).isZero()) {
      throw new TooManyTries();
    }
    Optional<KnownUser> user = user(name);
    if (!isRight(password, user.orElseGet(() -> decoy(name))) || user.isEmpty()) {
      throw new BadCredentialsException("name or password is not right");
    }
    limit.succeeded(name, address);
    return Person.signedIn(name, user.get().roles(), given.getDetails());
  }

  private Optional<KnownUser> user(String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst();
  }

  /** Always the same user for a name, whose hash may be costlier than that of another. */
  private KnownUser decoy(String name) {
    if (users.isEmpty()) {
      throw new BadCredentialsException("nobody has a password");
    }
    return users.get(Math.floorMod(name.hashCode(), users.size()));
  }

  private boolean isRight(String password, KnownUser user) {
    if (password.length() > 2 * PasswordHash.CHARACTERS_MAX) {
      return false;
    }
    try {
      if (!turns.tryAcquire(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooManyTries();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyTries();
    }
    try {
      return PasswordHash.matches(password, user.passwordHash());
    } finally {
      turns.release();
    }
  }
}
