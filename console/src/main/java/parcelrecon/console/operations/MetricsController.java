package parcelrecon.console.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import parcelrecon.console.sign.Anybody;
import parcelrecon.console.sign.Person;

/** Metrics in Prometheus' text format, for whoever may see them and for the configured token. */
@Controller
class MetricsController {

  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;
  private final RunMetrics runs;
  private final WatcherToken token;

  MetricsController(PrometheusMeterRegistry meters, RunMetrics runs, WatcherToken token) {
    this.meters = meters;
    this.runs = runs;
    this.token = token;
  }

  @Anybody
  @GetMapping("/metrics")
  @ResponseBody
  ResponseEntity<String> metrics(
      Person person,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
    if (!token.mayWatch(person, authorization)) {
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
}
