package parcelrecon.tell;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What of a schedule is told, and whom.
 *
 * @param targets names; empty: nobody is told
 * @param daily when, on the wall clock, a day's windows are told; absent: they are not
 */
public record Notice(List<String> targets, Above above, Optional<LocalTime> daily) {

  public static final Notice NONE = new Notice(List.of(), Above.NOTHING, Optional.empty());

  public Notice {
    targets = List.copyOf(targets);
  }
}
