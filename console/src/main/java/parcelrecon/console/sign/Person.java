package parcelrecon.console.sign;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

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

  static Authentication signedIn(String name, Set<Role> roles, Object details) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    roles.forEach(role -> authorities.add(new SimpleGrantedAuthority(AUTHORITY + role)));
    UsernamePasswordAuthenticationToken signedIn =
        UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
    signedIn.setDetails(details);
    return signedIn;
  }

  public boolean may(Permission permission) {
    return permission.isOf(roles);
  }
}
