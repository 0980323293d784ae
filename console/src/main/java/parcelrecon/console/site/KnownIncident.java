package parcelrecon.console.site;

import java.util.List;
import java.util.Optional;
import parcelrecon.model.Incident;

/**
 * An incident that a file of the site describes.
 *
 * @param file its name, without a folder
 * @param incident absent when the file cannot be used
 * @param problems why it cannot be used
 */
public record KnownIncident(String file, Optional<Incident> incident, List<String> problems) {
  public KnownIncident {
    problems = List.copyOf(problems);
  }
}
