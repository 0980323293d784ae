package parcelrecon.console.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where a try to sign in leads. */
final class SignInEnds implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  static final String REFUSED = ToSignIn.PATH + "?error";
  static final String TOO_MANY = ToSignIn.PATH + "?wait";

  static final String NO_ROLE = ToSignIn.PATH + "?role";
  static final String NO_NAME = ToSignIn.PATH + "?name";
  static final String NOT_BELIEVED = ToSignIn.PATH + "?provider";

  private static final String HOME = "/";

  /** A path of this console: one slash and no second one. */
  private static final Pattern OWN =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,2000}");

  private final SessionAge age;
  private final RequestCache asked;
  private final SignRecord record;

  SignInEnds(SessionAge age, RequestCache asked, SignRecord record) {
    this.age = age;
    this.asked = asked;
    this.record = record;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException {
    keep(request, signedIn);
    age.begin(request.getSession());
    String page = askedFor(request, response);
    asked.removeRequest(request, response);
    response.sendRedirect(page);
  }

  /** Nobody is in whose coming is not kept. */
  private void keep(HttpServletRequest request, Authentication signedIn) {
    try {
      record.signedIn(signedIn);
    } catch (RuntimeException notKept) {
      request.getSession().invalidate();
      throw notKept;
    }
  }

  /** The page that was asked for before, without the host the browser may have been told. */
  private String askedFor(HttpServletRequest request, HttpServletResponse response) {
    return Optional.ofNullable(asked.getRequest(request, response))
        .map(SavedRequest::getRedirectUrl)
        .map(URI::create)
        .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
        .filter(path -> OWN.matcher(path).matches())
        .orElse(HOME);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    boolean isOidc = why instanceof OAuth2AuthenticationException;
    if (isOidc || why instanceof BadCredentialsException) {
      record.failed(isOidc ? "" : typedName(request), request.getRemoteAddr());
    }
    response.sendRedirect(page(why));
  }

  private static String typedName(HttpServletRequest request) {
    String name =
        request.getParameter(
            UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY);
    return name == null ? "" : name.strip();
  }

  private static String page(AuthenticationException why) {
    if (why instanceof OAuth2AuthenticationException oidc) {
      return switch (oidc.getError().getErrorCode()) {
        case OidcPeople.NO_ROLE -> NO_ROLE;
        case OidcPeople.NO_NAME -> NO_NAME;
        default -> NOT_BELIEVED;
      };
    }
    return why instanceof TooManyTries ? TOO_MANY : REFUSED;
  }
}
