package parcelrecon.results.review;

import java.util.Objects;
import java.util.Optional;

/** What a reviewer does to mismatches, always with room for a note. */
public sealed interface ReviewAct {

  int NOTE_LENGTH_MAX = 1_000;
  int NAME_LENGTH_MAX = 100;

  /** Empty where nothing is noted. */
  String note();

  /** Decides. */
  record Decide(ReviewDecision decision, String note) implements ReviewAct {
    public Decide {
      Objects.requireNonNull(decision);
      note = checked(note);
    }
  }

  /**
   * Makes it somebody's work.
   *
   * @param assignee absent for nobody's
   */
  record Assign(Optional<String> assignee, String note) implements ReviewAct {
    public Assign {
      assignee.ifPresent(
          name -> {
            if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
              throw new IllegalArgumentException("no name of an assignee: " + name.length());
            }
          });
      note = checked(note);
    }
  }

  /** Only says something. */
  record Comment(String note) implements ReviewAct {
    public Comment {
      note = checked(note);
      if (note.isEmpty()) {
        throw new IllegalArgumentException("a comment that says nothing");
      }
    }
  }

  private static String checked(String note) {
    String stripped = note.strip();
    if (stripped.length() > NOTE_LENGTH_MAX) {
      throw new IllegalArgumentException("a note of " + stripped.length() + " characters");
    }
    return stripped;
  }
}
