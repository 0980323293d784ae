package parcelrecon.app.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.console.sign.PasswordHash;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.sign.SignSettings.KnownUser;

/** The list {@code console.users}. */
record UsersSection(Value value) {

  /** Every role by the word the configuration has for it. */
  static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .collect(
              Collectors.toMap(role -> role.name().toLowerCase(Locale.ROOT), Function.identity()));

  private static final int USERS_MAX = 1_000;

  List<KnownUser> read() {
    List<Value> items = value.items();
    if (items.size() > USERS_MAX) {
      value.problem("has more than " + USERS_MAX + " users", "Let an OpenID provider know them");
      return List.of();
    }
    List<KnownUser> users = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Value item : items) {
      item.section().map(UsersSection::user).ifPresent(user -> add(user, item, names, users));
    }
    return users;
  }

  /** Two names that differ by case only would be two people for four eyes and one for a reader. */
  private static void add(KnownUser user, Value item, Set<String> names, List<KnownUser> users) {
    if (!user.name().isEmpty() && !names.add(user.name().toLowerCase(Locale.ROOT))) {
      item.problem("has the name of another user", "Give each user a name of its own");
    }
    users.add(user);
  }

  private static KnownUser user(Section section) {
    KnownUser user =
        new KnownUser(
            section.required("name", "name: lin").flatMap(UsersSection::name).orElse(""),
            section
                .required("password", "password: what ./run.sh password prints")
                .flatMap(UsersSection::hash)
                .orElse(""),
            section.required("roles", "roles: [bpm]").map(UsersSection::roles).orElse(Set.of()));
    section.end();
    return user;
  }

  private static Optional<String> name(Value value) {
    return value
        .text()
        .filter(
            name -> {
              boolean isName = SignSettings.isName(name);
              if (!isName) {
                value.problem(
                    "is no name, expected 1 to 64 letters, digits, blanks and . _ @ ' -",
                    "Write e.g. lin");
              }
              return isName;
            });
  }

  private static Optional<String> hash(Value value) {
    return value
        .text()
        .filter(
            hash -> {
              boolean isHash = PasswordHash.isOne(hash);
              if (!isHash) {
                value.problem(
                    "is no hash, expected {argon2}… or {bcrypt}…",
                    "Write what ./run.sh password prints");
              }
              return isHash;
            });
  }

  static Set<Role> roles(Value value) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    value.items().forEach(item -> item.oneOf(ROLES).ifPresent(roles::add));
    if (value.items().isEmpty()) {
      value.problem("names no role", "Write e.g. [bpm]");
    }
    return roles;
  }
}
