package parcelrecon.console.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a handler be called by those it is allowed to, and nobody else. */
final class AllowedOnly implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !isAllowed(method, request)) {
      throw new AccessDeniedException("not for this person");
    }
    return true;
  }

  private static boolean isAllowed(HandlerMethod method, HttpServletRequest request) {
    if (method.hasMethodAnnotation(Anybody.class)) {
      return true;
    }
    Allowed allowed = method.getMethodAnnotation(Allowed.class);
    return allowed != null
        && request.getUserPrincipal() instanceof Authentication authentication
        && Person.of(authentication).may(allowed.value());
  }
}
