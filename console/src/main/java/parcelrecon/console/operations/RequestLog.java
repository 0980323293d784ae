package parcelrecon.console.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times and logs requests, without their query: ids of parcels and secrets of links stand there.
 */
final class RequestLog extends OncePerRequestFilter {

  private static final Logger LOG = Logger.getLogger("parcelrecon.console.requests");

  private static final String USER = RequestLog.class.getName() + ".user";
  private static final int PATH_LENGTH_MAX = 200;
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private final MeterRegistry meters;

  RequestLog(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long begun = System.nanoTime();
    boolean isAnswered = false;
    try {
      chain.doFilter(request, response);
      isAnswered = true;
    } finally {
      int status = isAnswered ? response.getStatus() : SERVER_ERROR;
      ended(request, status, System.nanoTime() - begun);
    }
  }

  private void ended(HttpServletRequest request, int status, long nanos) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    Timer.builder("http.server.requests")
        .tag("method", METHODS.contains(request.getMethod()) ? request.getMethod() : "other")
        .tag("path", pattern == null ? "other" : pattern.toString())
        .tag("status", Integer.toString(status))
        .register(meters)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (status >= BAD_REQUEST || !isRoutine(request.getRequestURI())) {
      log(request, status, TimeUnit.NANOSECONDS.toMillis(nanos));
    }
  }

  /** Asked for every few seconds, or with every page. */
  private static boolean isRoutine(String path) {
    return path.startsWith("/assets/") || path.startsWith("/health") || path.equals("/metrics");
  }

  private static void log(HttpServletRequest request, int status, long millis) {
    Map<String, Object> fields = new LinkedHashMap<>();
    String path = request.getRequestURI();
    fields.put("method", request.getMethod());
    fields.put("path", path.substring(0, Math.min(path.length(), PATH_LENGTH_MAX)));
    fields.put("status", status);
    fields.put("millis", millis);
    if (request.getAttribute(USER) instanceof String user) {
      fields.put("user", user);
    }
    LogRecord line = new LogRecord(status >= SERVER_ERROR ? Level.WARNING : Level.INFO, "request");
    line.setLoggerName(LOG.getName());
    line.setParameters(new Object[] {fields});
    LOG.log(line);
  }

  /** Notes who asks, where that is known. */
  static final class Names implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (request.getUserPrincipal() != null) {
        request.setAttribute(USER, request.getUserPrincipal().getName());
      }
      return true;
    }
  }
}
