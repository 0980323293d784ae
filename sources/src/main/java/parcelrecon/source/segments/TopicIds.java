package parcelrecon.source.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * Sees that folders of one name are of one topic. A topic that was deleted and made again keeps its
 * name and gets another id; offsets of the two mean nothing to each other.
 */
final class TopicIds {

  /** The key that names the folders. */
  static final String WHERE = "sources.events.kafka-segments.directories";

  private TopicIds() {}

  static void check(List<PartitionLog> logs) {
    Map<String, Map<String, String>> folderOfId = new TreeMap<>();
    for (PartitionLog log : logs) {
      for (PartitionCopy copy : log.copies()) {
        copy.topicId()
            .ifPresent(
                id ->
                    folderOfId
                        .computeIfAbsent(log.topic(), topic -> new TreeMap<>())
                        .putIfAbsent(id, copy.folder()));
      }
    }
    List<Problem> problems = new ArrayList<>();
    folderOfId.forEach(
        (topic, folders) -> {
          if (folders.size() > 1) {
            problems.add(problem(topic, folders));
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, problems);
    }
  }

  private static Problem problem(String topic, Map<String, String> folders) {
    return new Problem(
        WHERE,
        "folders of topic "
            + topic
            + " are of "
            + folders.size()
            + " topics of that name ("
            + String.join(", ", folders.values())
            + "), expected one topic id in every partition.metadata",
        "Nothing was started",
        "Name the folders of one of them only");
  }
}
