package parcelrecon.report.datafix.script;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.change.DatafixSettings;

/**
 * One statement for every changed row.
 *
 * @param says the comment at the top
 * @param template of the statements, for example {@code revert-outbound-keep-deadline}
 */
record RowScript(ChangesFile changes, DatafixSettings site, String says, String template) {

  void write(OutputStream out) throws IOException {
    ScriptTemplate statements = ScriptTemplate.load(template);
    Literals literals = new Literals(site.dialect(), site.zone());
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(says.lines().map(line -> "-- " + line + "\n").collect(Collectors.joining()));
    writer.write(
        ScriptTemplate.fill(
            statements.head(),
            names(),
            name -> literals.of(Map.of("zone", site.zone()).get(name))));
    changes.forEachBatch(
        Scripts.BATCH_CHANGES_MAX, batch -> write(batch, statements.row(), literals, writer));
    writer.flush();
  }

  private void write(List<Change> batch, String row, Literals literals, Writer writer) {
    try {
      for (Change change : batch) {
        Map<String, Object> values = values(change);
        writer.write(ScriptTemplate.fill(row, names(), name -> literals.of(values.get(name))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> values(Change change) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", change.outboundId());
    values.put("seen_state", change.seenState());
    values.put("new_state", change.newState());
    values.put("seen_version", change.seenVersion());
    values.put("seen_deadline", change.seenDeadline());
    values.put("new_deadline", change.newDeadline());
    return values;
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    names.put("table", site.table());
    names.put("key", site.key());
    names.put("state", site.columns().state());
    names.put("version", site.columns().version());
    site.columns().deadline().ifPresent(deadline -> names.put("deadline", deadline));
    return names;
  }
}
