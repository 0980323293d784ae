package parcelrecon.report.datafix.script;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.script.Template.Part;
import parcelrecon.report.datafix.script.Template.Scope;
import parcelrecon.report.text.Texts;

/** A template, filled with the changes of a file batch by batch. */
final class TemplateScript {

  private final ChangesFile changes;
  private final Texts texts;
  private final Template template;
  private final Places places;
  private final Writer writer;
  private final long batches;
  private long batch;

  private TemplateScript(
      ChangesFile changes, Rendering rendering, Template template, OutputStream out) {
    this.changes = changes;
    this.texts = rendering.texts();
    this.template = template;
    this.places = new Places(changes, rendering);
    this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.batches = (changes.rows() - 1) / Scripts.BATCH_CHANGES_MAX + 1;
  }

  static void write(ChangesFile changes, Rendering rendering, Template template, OutputStream out)
      throws IOException {
    TemplateScript script = new TemplateScript(changes, rendering, template, out);
    script.write();
    script.writer.flush();
  }

  private void write() {
    List<Part> parts = template.parts();
    int at = 0;
    while (at < parts.size()) {
      if (parts.get(at).scope() == Scope.ONCE) {
        write(parts.get(at), places.once(), changes.rows());
        at++;
      } else {
        int from = at;
        while (at < parts.size() && parts.get(at).scope() != Scope.ONCE) {
          at++;
        }
        List<Part> repeated = parts.subList(from, at);
        batch = 0;
        changes.forEachBatch(Scripts.BATCH_CHANGES_MAX, each -> write(repeated, each));
      }
    }
  }

  private void write(List<Part> repeated, List<Change> changes) {
    batch++;
    Map<String, String> ofBatch = places.ofBatch(batch, changes);
    for (Part part : repeated) {
      if (part.scope() == Scope.BATCH) {
        write(part, ofBatch, changes.size());
      } else {
        changes.forEach(change -> write(part, places.ofRow(ofBatch, change), changes.size()));
      }
    }
  }

  private void write(Part part, Map<String, String> places, long rows) {
    try {
      for (TemplateLine line : part.lines()) {
        writer.write(line.fill(places, key -> comment(key, rows)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends with a line of ASCII: a client that takes UTF-8 for an encoding of two bytes a character
   * may read the end of a line with the character before it.
   */
  private String comment(String key, long rows) {
    String name = Scripts.name(changes.suggestion()) + ".sql";
    String what = texts.text("sql." + changes.suggestion());
    return texts
            .text("sql." + key, name, what, batch, batches, rows)
            .lines()
            .map(line -> ("-- " + line).stripTrailing() + "\n")
            .collect(Collectors.joining())
        + "--\n";
  }
}
