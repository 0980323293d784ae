package parcelrecon.console.sign;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The users the configuration names. */
@Component
final class ConfiguredUsers implements UserDetailsService {

  private final SignSettings settings;

  ConfiguredUsers(SignSettings settings) {
    this.settings = settings;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return settings.users().stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .map(
            user ->
                User.withUsername(name)
                    .password(user.passwordHash())
                    .roles(user.roles().stream().map(Role::name).toArray(String[]::new))
                    .build())
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }
}
