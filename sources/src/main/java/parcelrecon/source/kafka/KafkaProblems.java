package parcelrecon.source.kafka;

import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
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

  private static final int MESSAGES_MAX = 2;

  private static final Pattern CLASS_NAME = Pattern.compile("[\\w.$]+(?:Exception|Error): ");
  private static final Pattern FRAME = Pattern.compile("Failed to (?:create new|construct) ");

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
    if (cause instanceof AuthenticationException) {
      return unreachable(
          "and we did not come to trust each other (" + message(cause) + ")",
          "Check user, password and certificates",
          cause);
    }
    if (cause instanceof AuthorizationException) {
      return unreachable(
          "does not permit it (" + refused(cause) + ")",
          "Grant READ and DESCRIBE_CONFIGS on the topics, DESCRIBE on watched groups",
          cause);
    }
    return unreachable(
        "refused to answer (" + message(cause) + ")", "Check address and permissions", cause);
  }

  /** A client that could not be made of the site's properties. */
  ProblemException unusable(KafkaException cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof NoSuchFileException missing) {
        return unreachable(
            "cannot be asked, file " + missing.getFile() + " is not there",
            "Put it there or correct its path",
            cause);
      }
    }
    if (message(cause).contains("bootstrap")) {
      return failed(cause);
    }
    return new ProblemException(
        ExitCode.CONFIGURATION,
        new Problem(source, message(cause), "Nothing was read", "Correct the client property"),
        cause);
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

  private String refused(Throwable cause) {
    if (cause instanceof GroupAuthorizationException group && group.groupId() != null) {
      return "group " + group.groupId();
    }
    return message(cause);
  }

  /** What the cause says, and what its own causes add; a client's frame around it adds nothing. */
  private String message(Throwable cause) {
    List<String> messages = new ArrayList<>();
    for (Throwable at = cause; at != null && messages.size() < MESSAGES_MAX; at = at.getCause()) {
      String message =
          CLASS_NAME.matcher(String.valueOf(at.getMessage()).split("\\R", 2)[0]).replaceAll("");
      boolean isFrame = at.getCause() != null && FRAME.matcher(message).lookingAt();
      if (!isFrame && messages.stream().noneMatch(told -> told.contains(message))) {
        messages.add(message);
      }
    }
    return SecurityProperties.withoutSecrets(String.join(": ", messages), client);
  }
}
