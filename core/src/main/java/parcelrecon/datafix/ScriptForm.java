package parcelrecon.datafix;

/** What the SQL of a package is written for. */
public enum ScriptForm {
  /** The server's own client: transactions, checks inside the script, values before kept. */
  SCRIPT,
  /** A review platform that takes single statements and nothing else. */
  TICKET
}
