package parcelrecon.console.sign;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told to refuse. Pages are never kept; {@code nosniff} is there anyway. */
final class SecurityHeaders {

  static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";

  private static final Duration TLS_ONLY_FOR = Duration.ofDays(365);

  private SecurityHeaders() {}

  /** To what is refused before the others are written. */
  static void writeFew(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
    response.setHeader("Cache-Control", "no-store");
  }

  static void write(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(
            tls -> tls.includeSubDomains(false).maxAgeInSeconds(TLS_ONLY_FOR.toSeconds()));
  }
}
