package parcelrecon.console.sign;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import parcelrecon.console.sign.SignSettings.Sessions;

/** Ends a sign-in that is too old, or in which nobody has asked for anything for too long. */
final class SessionAge extends OncePerRequestFilter {

  private static final String SIGNED_IN_AT = SessionAge.class.getName() + ".signedInAt";
  private static final String ASKED_AT = SessionAge.class.getName() + ".askedAt";

  /** What an open page asks for by itself. */
  private static final Pattern BY_ITSELF = Pattern.compile("/runs/\\d+/(parcels/)?progress");

  private final Sessions sessions;
  private final InstantSource clock;

  SessionAge(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Somebody has signed in just now. */
  void begin(HttpSession session) {
    session.setAttribute(SIGNED_IN_AT, clock.instant());
    session.setAttribute(ASKED_AT, clock.instant());
    session.setMaxInactiveInterval((int) sessions.idle().toSeconds() + 1);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SIGNED_IN_AT) != null) {
      Instant now = clock.instant();
      if (isOver(session, SIGNED_IN_AT, sessions.max(), now)
          || isOver(session, ASKED_AT, sessions.idle(), now)) {
        session.invalidate();
      } else if (!BY_ITSELF.matcher(request.getRequestURI()).matches()) {
        session.setAttribute(ASKED_AT, now);
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isOver(HttpSession session, String since, Duration max, Instant now) {
    return now.isAfter(((Instant) session.getAttribute(since)).plus(max));
  }
}
