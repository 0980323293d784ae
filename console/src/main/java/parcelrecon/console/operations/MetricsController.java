package parcelrecon.console.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import parcelrecon.console.sign.Anybody;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.sign.SignSettings;

/** Metrics in Prometheus' text format, for whoever may see them and for the configured token. */
@Controller
class MetricsController {

  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String BEARER = "Bearer ";

  private final PrometheusMeterRegistry meters;
  private final RunMetrics runs;
  private final Optional<byte[]> token;

  MetricsController(PrometheusMeterRegistry meters, RunMetrics runs, SignSettings settings) {
    this.meters = meters;
    this.runs = runs;
    this.token = settings.metricsToken().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Anybody
  @GetMapping("/metrics")
  @ResponseBody
  ResponseEntity<String> metrics(
      Person person,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
    if (!isToken(authorization) && (person == null || !person.may(Permission.SEE_METRICS))) {
      return person == null
          ? ResponseEntity.status(HttpStatus.UNAUTHORIZED)
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
              .build()
          : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, FORMAT)
        .body(runs.scraped(() -> meters.scrape(FORMAT)));
  }

  /** Takes as long whatever is given. */
  private boolean isToken(String authorization) {
    return token.isPresent()
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            token.get(), authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
  }
}
