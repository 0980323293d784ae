package parcelrecon.console.sign;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may sign in, and how.
 *
 * @param users those with a password
 * @param metricsToken with which metrics are read without signing in; absent when only users may
 */
public record SignSettings(
    List<KnownUser> users, Optional<Oidc> oidc, Sessions sessions, Optional<String> metricsToken) {

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@'-]{0,63}");

  /** Whoever started the console, by a link. */
  public static final SignSettings ONE_PERSON =
      new SignSettings(List.of(), Optional.empty(), Sessions.STANDARD, Optional.empty());

  public SignSettings {
    users = List.copyOf(users);
  }

  /**
   * @param passwordHash with the name of its algorithm in braces before it
   */
  public record KnownUser(String name, String passwordHash, Set<Role> roles) {
    public KnownUser {
      roles = Set.copyOf(roles);
    }

    /** Names no secret. */
    @Override
    public String toString() {
      return "KnownUser[" + name + ", " + roles + "]";
    }
  }

  /**
   * An OpenID provider that knows users.
   *
   * @param clientSecret absent for a public client
   * @param userClaim the claim that names a person once and for all
   * @param rolesClaim the claim whose values are looked up in roles
   */
  public record Oidc(
      URI issuer,
      String clientId,
      Optional<String> clientSecret,
      String userClaim,
      String rolesClaim,
      Map<String, Set<Role>> roles) {
    public Oidc {
      roles = Map.copyOf(roles);
    }

    /** Names no secret. */
    @Override
    public String toString() {
      return "Oidc[" + issuer + ", " + clientId + "]";
    }
  }

  /**
   * How long a sign-in lasts.
   *
   * @param idle without a request
   * @param max whatever is requested
   */
  public record Sessions(Duration idle, Duration max) {
    public static final Sessions STANDARD =
        new Sessions(Duration.ofMinutes(30), Duration.ofHours(12));
  }

  public static SignSettings of(List<KnownUser> users) {
    return new SignSettings(users, Optional.empty(), Sessions.STANDARD, Optional.empty());
  }

  /** Of those with a password. */
  Set<String> names() {
    return users.stream().map(KnownUser::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the text can name a person: 1 to 64 letters, digits, blanks and a few signs. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether only whoever started the console can sign in. */
  public boolean isForOnePerson() {
    return users.isEmpty() && oidc.isEmpty();
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "SignSettings[" + users + ", " + oidc + ", " + sessions + "]";
  }
}
