package parcelrecon.source.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * Waits for a broker's answers, and tells why none came.
 *
 * @param client the site's properties; their secrets are never shown
 */
record KafkaProblems(String source, Map<String, String> client) {

  /** The longest one answer is waited for, so that a broker that is down is told soon. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(12);

  <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(ANSWER_LIMIT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (TimeoutException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  ProblemException failed(Throwable cause) {
    if (isTimeout(cause)) {
      return unreachable("does not answer", "See that the broker is up and can be reached", cause);
    }
    boolean isOurInput =
        cause instanceof ConfigException
            || cause instanceof KafkaException && cause.getCause() instanceof ConfigException;
    if (isOurInput && !message(cause).contains("bootstrap")) {
      return new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(source, message(cause), "Nothing was read", "Correct the client property"),
          cause);
    }
    return unreachable(
        "refused to answer (" + message(cause) + ")", "Check address and permissions", cause);
  }

  /**
   * @param there some of the topics we may see
   */
  ProblemException noSuchTopics(List<String> missing, List<String> there) {
    String what = "has no topic " + String.join(", ", missing) + " (seen " + there + ")";
    return unreachable(what, "Check topics, and the permission to see them", null);
  }

  private static boolean isTimeout(Throwable cause) {
    return cause instanceof TimeoutException
        || cause instanceof org.apache.kafka.common.errors.TimeoutException;
  }

  /** A broker that was reading on and then no longer did. */
  ProblemException stalled(OffsetRange range, long position, Duration limit) {
    String what =
        "%s gave nothing more of %s after offset %s for %s s, expected to reach %s"
            .formatted(broker(), range.partition(), position, limit.toSeconds(), range.end());
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            source, what, "The topic was not read to its end", "Mend the broker, then resume"));
  }

  private ProblemException unreachable(String what, String remedy, Throwable cause) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(source, broker() + " " + what, "The topics were not read", remedy),
        cause);
  }

  private String broker() {
    return "Kafka at " + client.get("bootstrap.servers");
  }

  private String message(Throwable cause) {
    Throwable inner =
        cause instanceof KafkaException && cause.getCause() != null ? cause.getCause() : cause;
    return ClientProperties.withoutSecrets(
        String.valueOf(inner.getMessage()).split("\\R", 2)[0], client);
  }
}
