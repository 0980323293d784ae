package parcelrecon.datafix;

import java.util.Locale;

/** What the SQL of a package is written for. */
public enum ScriptForm {
  /** The server's own client: transactions, checks inside the script, values before kept. */
  SCRIPT,
  /** A review platform that takes single statements and nothing else. */
  TICKET;

  /** As people type it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
