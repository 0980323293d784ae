package parcelrecon.report.datafix.script;

import java.util.List;
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
    String template = template(changes.suggestion(), rendering);
    String says = rendering.texts().text("script." + template);
    String saysBack = rendering.texts().text("script.rollback", name + ".sql");
    RowScript fix = new RowScript(changes, rendering.site(), says, template);
    RowScript rollback = new RowScript(changes, rendering.site(), saysBack, template + ".rollback");
    return List.of(
        new Script(name + ".rollback.sql", changes.rows(), rollback::write),
        new Script(name + ".sql", changes.rows(), fix::write));
  }

  private static String template(Suggestion suggestion, Rendering rendering) {
    String name = name(suggestion).substring("000-".length());
    boolean keepsDeadline =
        suggestion == Suggestion.REVERT_OUTBOUND && rendering.site().columns().deadline().isEmpty();
    return keepsDeadline ? name + "-keep-deadline" : name;
  }
}
