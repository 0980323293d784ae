package parcelrecon.results.telling;

import java.util.OptionalInt;

/**
 * Why a target has not taken a telling. Holds nothing of what the target said: that might quote the
 * message or an address.
 *
 * @param code of HTTP, of SMTP or of the target's own; absent where there was no answer
 */
public record Setback(Reason reason, OptionalInt code) {

  /** What went wrong. */
  public enum Reason {
    /** Its name, its port or its certificate is not there or not good. */
    UNREACHABLE,
    /** It did not answer in time. */
    SILENT,
    /** It answered, and did not take it. */
    REFUSED,
    /** It does not know our user or password. */
    SIGN_IN,
    /** No process that is running has the target in its configuration. */
    NOT_CONFIGURED
  }

  public static Setback of(Reason reason) {
    return new Setback(reason, OptionalInt.empty());
  }

  public static Setback of(Reason reason, int code) {
    return new Setback(reason, OptionalInt.of(code));
  }

  /** For the log and the command line. */
  public String text() {
    String what =
        switch (reason) {
          case UNREACHABLE -> "it cannot be reached";
          case SILENT -> "it did not answer in time";
          case REFUSED -> "it answered";
          case SIGN_IN -> "it refused the user or the password";
          case NOT_CONFIGURED -> "no running process has it in its configuration";
        };
    return code.isPresent() ? what + " (" + code.getAsInt() + ")" : what;
  }
}
