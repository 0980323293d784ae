package parcelrecon.source.json;

import java.util.Map;
import java.util.Optional;
import parcelrecon.model.RecordRef;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.mapping.EventStamp;

/**
 * A line taken apart: the record it holds, and what its topic told of it.
 *
 * @param key null when absent
 * @param problem why the line as a whole cannot be read; its body's own problem stands there
 */
record Line(
    RecordRef ref,
    EventStamp stamp,
    String key,
    Map<String, String> headers,
    JsonBody body,
    Optional<String> problem) {

  /** A line that is the record. */
  static Line plain(FileRecord line) {
    JsonBody body = JsonBody.of(line.text());
    return new Line(
        line.ref(),
        EventStamp.NONE,
        null,
        Map.of(),
        body,
        body.problem().map(what -> "row " + what));
  }

  /** Whether no byte of the line can be missing, whatever is wrong inside. */
  boolean isWhole() {
    return problem.isEmpty() || ref instanceof RecordRef.TopicOffset;
  }

  static Line broken(FileRecord line, JsonBody body, String problem) {
    return new Line(line.ref(), EventStamp.NONE, null, Map.of(), body, Optional.of(problem));
  }
}
