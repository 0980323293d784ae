package parcelrecon.console.sign;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a form that is too large, or does not say how large it is, before it is read. */
final class FormSize extends OncePerRequestFilter {

  private final long bytesMax;

  FormSize(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    boolean isForm =
        type != null
            && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    long bytes = request.getContentLengthLong();
    if (isForm && (bytes > bytesMax || bytes < 0)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
