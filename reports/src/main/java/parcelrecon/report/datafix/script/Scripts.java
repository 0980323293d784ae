package parcelrecon.report.datafix.script;

import java.util.List;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.datafix.change.ChangesFile;

/** The SQL files that stand beside a file of changes. */
public final class Scripts {

  /** Changes of one batch; no more are held in memory. */
  static final int BATCH_CHANGES_MAX = 500;

  private Scripts() {}

  /** What changes of a suggestion are called; it orders the scripts as they are to be run. */
  public static String name(Suggestion suggestion) {
    return switch (suggestion) {
      case REVERT_OUTBOUND -> "001-revert-outbound";
      case COMPLETE_OUTBOUND -> "002-complete-outbound";
      default -> throw new IllegalArgumentException("no statement carries out " + suggestion);
    };
  }

  /** All files of the changes, in the order of their names. */
  public static List<Script> of(ChangesFile changes, Rendering rendering) {
    String name = name(changes.suggestion());
    return suffixes(rendering.form()).stream()
        .map(suffix -> script(name + suffix, suffix, changes, rendering))
        .toList();
  }

  private static List<String> suffixes(ScriptForm form) {
    return switch (form) {
      case SCRIPT -> List.of(".rollback", "");
      case TICKET -> List.of(".post", ".pre", ".rollback", "");
    };
  }

  private static Script script(
      String name, String suffix, ChangesFile changes, Rendering rendering) {
    String form = rendering.form().text();
    return new Script(
        name + ".sql",
        changes.rows(),
        out ->
            TemplateScript.write(
                changes, rendering, Template.load(rendering.site().dialect(), form + suffix), out));
  }
}
