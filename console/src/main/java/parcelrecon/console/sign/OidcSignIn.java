package parcelrecon.console.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import parcelrecon.console.sign.SignSettings.Oidc;

/** Signing in at an OpenID provider, by authorization code and PKCE. */
final class OidcSignIn {

  /** Where the way to the provider begins. */
  static final String BEGIN = "/sign-in/oidc/site";

  private static final String NAME = "site";
  private static final String BEGINS = "/sign-in/oidc";
  private static final String BACK = "/sign-in/oidc-back";

  private OidcSignIn() {}

  static void configure(
      OAuth2LoginConfigurer<HttpSecurity> login,
      Oidc oidc,
      Collection<String> taken,
      SignInEnds ends) {
    login
        .loginPage(ToSignIn.PATH)
        .clientRegistrationRepository(provider(oidc))
        .authorizedClientRepository(new NoTokensKept())
        .authorizationEndpoint(begin -> begin.baseUri(BEGINS))
        .redirectionEndpoint(back -> back.baseUri(BACK))
        .userInfoEndpoint(people -> people.oidcUserService(new OidcPeople(oidc, taken)))
        .successHandler(ends)
        .failureHandler(ends);
  }

  /** Asked when somebody first signs in there: the console starts without its provider. */
  private static ClientRegistrationRepository provider(Oidc oidc) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration(oidc)));
  }

  private static ClientRegistration registration(Oidc oidc) {
    ClientRegistration.Builder builder =
        ClientRegistrations.fromOidcIssuerLocation(oidc.issuer().toString())
            .registrationId(NAME)
            .clientId(oidc.clientId())
            .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
            .redirectUri("{baseUrl}" + BACK)
            .clientSettings(ClientSettings.builder().requireProofKey(true).build());
    return oidc.clientSecret()
        .map(builder::clientSecret)
        .orElseGet(() -> builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
        .build();
  }

  /** Once somebody is signed in, nothing more is asked in his name. */
  private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String registration, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
