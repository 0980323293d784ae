package parcelrecon.console.sign;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form, or one with a file, that is too large or does not say how large it is, before it
 * is read.
 */
final class FormSize extends OncePerRequestFilter {

  private final long formBytesMax;
  private final long uploadBytesMax;

  FormSize(long formBytesMax, long uploadBytesMax) {
    this.formBytesMax = formBytesMax;
    this.uploadBytesMax = uploadBytesMax;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long bytes = request.getContentLengthLong();
    if (isForm(request) && bytes < 0 || bytes > bytesMax(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    return type(request).startsWith("application/x-www-form-urlencoded") || isUpload(request);
  }

  private static boolean isUpload(HttpServletRequest request) {
    return type(request).startsWith("multipart/");
  }

  private static String type(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
  }

  private long bytesMax(HttpServletRequest request) {
    return isUpload(request) ? uploadBytesMax : formBytesMax;
  }
}
