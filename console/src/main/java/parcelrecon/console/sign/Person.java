package parcelrecon.console.sign;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who is signed in. */
public record Person(String name, Set<Role> roles) {

  static final String AUTHORITY = "ROLE_";

  public Person {
    roles = Set.copyOf(roles);
  }

  static Person of(Authentication authentication) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (GrantedAuthority authority : authentication.getAuthorities()) {
      for (Role role : Role.values()) {
        if ((AUTHORITY + role).equals(authority.getAuthority())) {
          roles.add(role);
        }
      }
    }
    return new Person(authentication.getName(), roles);
  }

  public boolean may(Permission permission) {
    return permission.isOf(roles);
  }
}
