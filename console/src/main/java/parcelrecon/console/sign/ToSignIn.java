package parcelrecon.console.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Sends whoever is not signed in to the sign-in page, also from within a page whose session has
 * ended meanwhile; whoever is signed in is told that he may not.
 */
final class ToSignIn implements AuthenticationEntryPoint, AccessDeniedHandler {

  static final String PATH = "/sign-in";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (isOfAPage(request)) {
      response.setHeader("HX-Redirect", PATH);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(PATH);
    }
  }

  /** A session that has ended takes the token against forged requests along. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException && !isSignedIn()) {
      commence(request, response, null);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** The request does not tell yet where tokens are looked at. */
  private static boolean isSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() != null;
  }

  /** Asked by htmx, which would put a sign-in page into the middle of another. */
  static boolean isOfAPage(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }
}
