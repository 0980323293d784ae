package parcelrecon.console.operations;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import parcelrecon.console.sign.Anybody;
import parcelrecon.console.sign.Person;

/** For load balancers and watchers: whether the console is there, and whether it can work. */
@Controller
class HealthController {

  private final HealthLooks looks;
  private final WatcherToken token;

  HealthController(HealthLooks looks, WatcherToken token) {
    this.looks = looks;
    this.token = token;
  }

  /** Up as long as the process answers. A console that is not is to be started anew. */
  @Anybody
  @GetMapping("/health/live")
  @ResponseBody
  Map<String, Object> live() {
    return Map.of("status", word(true));
  }

  /**
   * Down (503) when the results database does not answer; sources that are away do not take the
   * console away. Who may see metrics is told more.
   */
  @Anybody
  @GetMapping("/health")
  @ResponseBody
  ResponseEntity<Map<String, Object>> ready(
      Person person,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
    boolean isUp = looks.resultsAnswer();
    Map<String, Object> told = new TreeMap<>();
    told.put("status", word(isUp));
    if (token.mayWatch(person, authorization)) {
      told.putAll(looks.details());
    }
    return ResponseEntity.status(isUp ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(told);
  }

  static String word(boolean isUp) {
    return isUp ? "up" : "down";
  }
}
