package parcelrecon.problem;

/** What the command line ends with; the first that applies, in this order. */
public enum ExitCode {
  DEFECT(70),
  USAGE(2),
  CONFIGURATION(3),
  UNREACHABLE(4),
  TOO_MANY_REJECTS(5),
  STOPPED(6),
  INCOMPLETE(7),
  MISMATCHES(1),
  DONE(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
