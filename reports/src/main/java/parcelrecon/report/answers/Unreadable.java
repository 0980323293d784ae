package parcelrecon.report.answers;

import java.util.List;
import parcelrecon.report.text.Texts;

/**
 * What is wrong with a file as a whole.
 *
 * @param seen what the sentence names, in its order
 */
public record Unreadable(Why why, List<String> seen) {

  /** Each has a sentence in the bundles. */
  public enum Why {
    /** Names its bytes and the most it may have. */
    TOO_LARGE,
    /** Names the most bytes it may unpack to. */
    UNPACKS_TO_TOO_MUCH,
    /** Names the most rows that may be filled in. */
    TOO_MANY_ROWS,
    /** Names the most bytes of texts. */
    TOO_MANY_TEXTS,
    NO_CALL_LIST,
    /** Names the column, and the columns seen. */
    NO_COLUMN,
    HAS_MACROS,
    LOCKED_OR_OLD,
    DAMAGED,
    NEEDS_MEMORY
  }

  public Unreadable {
    seen = List.copyOf(seen);
  }

  /** Seen and expected, without a full stop. */
  public String what(Texts texts) {
    return texts.text("unreadable." + why, seen.toArray());
  }

  /** What to give instead, without a full stop. */
  public static String remedy(Texts texts) {
    return texts.text("unreadable.remedy");
  }

  /** Ends the reading. */
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Unreadable unreadable;

    Ended(Why why, Object... seen) {
      super(why.name());
      this.unreadable = new Unreadable(why, List.of(seen).stream().map(String::valueOf).toList());
    }

    Unreadable unreadable() {
      return unreadable;
    }
  }
}
