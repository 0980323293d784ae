package parcelrecon.report.answers;

import java.util.List;
import parcelrecon.report.text.Texts;

/**
 * Something about a cell that a person should know.
 *
 * @param cell for example {@code Store calls!T17}; empty where the answer stands in no file
 * @param parcelId as the row has it; empty where the cell is about none
 * @param seen what the matter's sentence names, in its order
 */
public record Remark(String cell, String parcelId, Matter matter, List<String> seen) {

  /** What it is about; each has a sentence and a remedy in the bundles. */
  public enum Matter {
    /** Names the incident seen and the one expected. */
    OTHER_INCIDENT,
    /** Names the parcel whose row it is. */
    OTHER_ROW,
    /** Names the run. */
    NOT_IN_RUN,
    /** Names the word. */
    NO_CONTACT,
    /** Names the word, and the one that was probably meant. */
    NEARLY_A_CONTACT,
    /** Names the word. */
    NO_ANSWER,
    /** Names the word, and the one that was probably meant. */
    NEARLY_AN_ANSWER,
    TIME_NOT_TOLD,
    TIME_NOT_UNDERSTOOD,
    TIME_IN_THE_FUTURE,
    TIME_BEFORE_THE_INCIDENT,
    REACHED_WITHOUT_ANSWER,
    ONLY_TIME_OR_NOTE,
    /** Names the contact. */
    ANSWER_WITHOUT_CONTACT,
    /** Names the run. */
    OTHER_VERSION,
    NOT_READ_BACK,
    /** Names how many more cells there are. */
    MORE_NOT_READ_BACK
  }

  public Remark {
    seen = List.copyOf(seen);
  }

  /** Seen and expected, without a full stop. */
  public String what(Texts texts) {
    return texts.text("remark." + matter, seen.toArray());
  }

  /** What to do, without a full stop. */
  public String remedy(Texts texts) {
    return texts.text("remedy." + matter);
  }
}
