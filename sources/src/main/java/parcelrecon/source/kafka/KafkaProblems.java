package parcelrecon.source.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
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
  ProblemException stalled(TopicPartition partition, long position, long end, Duration limit) {
    return notToItsEnd(
        "gave nothing more of %s after offset %s for %s s, expected to reach %s"
            .formatted(partition, position, limit.toSeconds(), end),
        "Mend the broker, then resume");
  }

  /** Records that were there when the run was planned and are not deleted, but lost. */
  ProblemException cutShort(TopicPartition partition, long offset, long end) {
    return notToItsEnd(
        "has lost records of %s from offset %s on, expected to reach %s"
            .formatted(partition, offset, end),
        "Begin a new run: what it reads is what is left");
  }

  /** Another topic of the same name, or none. */
  ProblemException replaced(Topic planned) {
    return notToItsEnd(
        "no longer has the topic %s that was planned: it was deleted, or made again"
            .formatted(planned.name()),
        "Begin a new run");
  }

  private ProblemException notToItsEnd(String what, String remedy) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(source, broker() + " " + what, "The topic was not read to its end", remedy));
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
