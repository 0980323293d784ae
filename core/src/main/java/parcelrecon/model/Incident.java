package parcelrecon.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that went wrong, and the window in which to look for its parcels.
 *
 * @param id as given on the command line or in the incident's file; names the output folder
 * @param title empty when none was given
 * @param market for example {@code TW}; empty when the site names none
 */
public record Incident(
    String id,
    String title,
    String market,
    Window window,
    Times times,
    List<Phase> phases,
    List<Claim> claims) {

  /** Nothing that a path would take for something else. */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

  /** Whether a text can be the id of an incident, and so name a folder. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  public Incident {
    phases = List.copyOf(phases);
    claims = List.copyOf(claims);
  }

  /** The phases an instant lies in, in the incident's order; they may overlap. */
  public List<Phase> phasesAt(Instant instant) {
    return phases.stream().filter(phase -> phase.contains(instant)).toList();
  }

  /** The phases in which a parcel was picked up, in the incident's order. */
  public List<Phase> phasesOf(ParcelEvidence parcel) {
    return parcel.subject().map(subject -> phasesAt(subject.end())).orElse(List.of());
  }

  /** When it happened, was noticed, was restarted and had recovered; each absent when unknown. */
  public record Times(
      Optional<Instant> happened,
      Optional<Instant> noticed,
      Optional<Instant> restarted,
      Optional<Instant> recovered) {
    public static final Times UNKNOWN =
        new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A part {@code [from, to)} of the incident.
   *
   * @param label what outputs call it; the name when no label was given
   */
  public record Phase(
      String name,
      String label,
      Instant from,
      Instant to,
      boolean counterFailing,
      boolean eventsOff) {
    public boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  /**
   * Something said during the incident, true for the parcels whose verdict is one of {@code
   * trueWhen}.
   */
  public record Claim(String said, Optional<Instant> at, List<Verdict> trueWhen) {
    public Claim {
      trueWhen = List.copyOf(trueWhen);
    }
  }
}
