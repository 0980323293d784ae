package parcelrecon.model;

import java.time.Instant;
import java.util.List;

/**
 * Another time to hold an incident against: the same hours, when nothing was wrong.
 *
 * @param asOf as long after the window as the incident's is after its own
 */
public record Control(Window window, Instant asOf) {

  /** What is looked at in place of the incident: nothing is known of that time but when it was. */
  public Incident of(Incident incident) {
    return new Incident(
        incident.id(),
        incident.title(),
        incident.market(),
        window,
        Incident.Times.UNKNOWN,
        List.of(),
        List.of());
  }
}
