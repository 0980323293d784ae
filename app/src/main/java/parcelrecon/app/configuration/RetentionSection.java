package parcelrecon.app.configuration;

import java.time.Duration;
import java.util.Optional;
import parcelrecon.retention.Retention;

/** The section {@code retention}. */
record RetentionSection(Section section) {

  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(36_500);

  Retention read() {
    Retention retention =
        new Retention(
            period("runs"), period("outputs"), period("spill").orElse(Retention.STANDARD.spill()));
    section.end();
    return retention;
  }

  private Optional<Duration> period(String key) {
    Optional<Value> value = section.value(key);
    return value
        .flatMap(Value::duration)
        .filter(
            period -> {
              boolean isSensible = period.compareTo(LEAST) >= 0 && period.compareTo(MOST) <= 0;
              if (!isSensible) {
                value
                    .orElseThrow()
                    .problem("is not from 1d to 36500d", "Write e.g. 400d, or leave it out");
              }
              return isSensible;
            });
  }
}
