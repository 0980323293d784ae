package parcelrecon.console.sign;

import java.util.List;
import java.util.Set;

/**
 * Who may sign in, and how.
 *
 * @param users those with a password
 */
public record SignSettings(List<KnownUser> users) {

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
}
