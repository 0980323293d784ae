package parcelrecon.results;

import java.util.List;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RecordRef.AnswerRow;
import parcelrecon.model.RecordRef.FileLine;
import parcelrecon.model.RecordRef.TableRow;
import parcelrecon.model.RecordRef.TopicOffset;
import parcelrecon.model.SourceName;
import tools.jackson.core.type.TypeReference;

/**
 * Refs as a JSON column and back: a list of lists of texts. A ref's own text would not do, for a
 * file may be named as a table is.
 */
final class Refs {

  private static final TypeReference<List<List<String>>> PARTS = new TypeReference<>() {};

  private Refs() {}

  static String write(List<RecordRef> refs) {
    return Json.write(refs.stream().map(Refs::parts).toList());
  }

  static List<RecordRef> read(String json) {
    return Json.read(json, PARTS).stream().map(Refs::ref).toList();
  }

  private static List<String> parts(RecordRef ref) {
    if (ref instanceof FileLine file) {
      return List.of("file", file.source().name(), file.file(), String.valueOf(file.line()));
    }
    if (ref instanceof TableRow row) {
      return List.of("table", row.source().name(), row.table(), row.key());
    }
    if (ref instanceof TopicOffset topic) {
      return List.of(
          "topic",
          topic.source().name(),
          topic.topic(),
          String.valueOf(topic.partition()),
          String.valueOf(topic.offset()));
    }
    AnswerRow answer = (AnswerRow) ref;
    return List.of("answer", String.valueOf(answer.run()), String.valueOf(answer.row()));
  }

  private static RecordRef ref(List<String> parts) {
    return switch (parts.get(0)) {
      case "file" -> new FileLine(source(parts), parts.get(2), Long.parseLong(parts.get(3)));
      case "table" -> new TableRow(source(parts), parts.get(2), parts.get(3));
      case "topic" ->
          new TopicOffset(
              source(parts),
              parts.get(2),
              Integer.parseInt(parts.get(3)),
              Long.parseLong(parts.get(4)));
      case "answer" -> new AnswerRow(Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)));
      default -> throw new IllegalStateException("unknown form of a ref: " + parts);
    };
  }

  private static SourceName source(List<String> parts) {
    return SourceName.valueOf(parts.get(1));
  }
}
