package parcelrecon.console.sign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import parcelrecon.console.sign.SignSettings.Oidc;

/** Makes of what an OpenID provider says of somebody a name and roles. */
final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

  /** The provider knows the person, and the configuration has no role for him. */
  static final String NO_ROLE = "no_role";

  /** The claim holds no name, or that of a user with a password. */
  static final String NO_NAME = "no_name";

  private final Oidc oidc;
  private final Set<String> taken;
  private final OidcUserService claims = new OidcUserService();

  /**
   * @param taken names of users with a password: two people of one name would be one for the audit
   *     and for four eyes
   */
  OidcPeople(Oidc oidc, Collection<String> taken) {
    this.oidc = oidc;
    this.taken =
        taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = claims.loadUser(request);
    if (!(user.getClaims().get(oidc.userClaim()) instanceof String name)
        || !SignSettings.isName(name)
        || taken.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused(NO_NAME);
    }
    List<GrantedAuthority> authorities = new ArrayList<>();
    for (Role role : roles(user.getClaims())) {
      authorities.add(new SimpleGrantedAuthority(Person.AUTHORITY + role));
    }
    if (authorities.isEmpty()) {
      throw refused(NO_ROLE);
    }
    return new DefaultOidcUser(
        authorities, user.getIdToken(), user.getUserInfo(), oidc.userClaim());
  }

  private Set<Role> roles(Map<String, Object> all) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Object claimed = all.get(oidc.rolesClaim());
    Collection<?> values =
        claimed instanceof Collection<?> many ? many : Set.of(String.valueOf(claimed));
    for (Object value : values) {
      roles.addAll(oidc.roles().getOrDefault(String.valueOf(value), Set.of()));
    }
    return roles;
  }

  private static OAuth2AuthenticationException refused(String code) {
    return new OAuth2AuthenticationException(new OAuth2Error(code));
  }
}
