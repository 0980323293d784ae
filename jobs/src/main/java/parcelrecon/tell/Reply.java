package parcelrecon.tell;

import java.util.Optional;
import parcelrecon.results.telling.Setback;

/**
 * What became of a try.
 *
 * @param setback absent where the target has taken it
 * @param isFinal whether another try would get the same answer
 */
record Reply(Optional<Setback> setback, boolean isFinal) {

  static final Reply TAKEN = new Reply(Optional.empty(), true);

  /** Worth another try. */
  static Reply later(Setback setback) {
    return new Reply(Optional.of(setback), false);
  }

  /** Not worth another try. */
  static Reply never(Setback setback) {
    return new Reply(Optional.of(setback), true);
  }
}
