package parcelrecon.app.configuration;

import java.nio.file.Path;
import java.util.Optional;
import parcelrecon.model.SourceName;
import parcelrecon.source.Source;
import parcelrecon.source.open.Sources;

/** The events of a site, as its configuration reads them. */
public final class EventSource {

  private EventSource() {}

  public static Source open(Path configuration) {
    Problems problems = new Problems();
    SiteConfiguration site =
        SiteFile.read(configuration, name -> Optional.empty(), problems).orElseThrow();
    problems.throwIfAny();
    return Sources.open(site.sources().settings().get(SourceName.EVENTS));
  }
}
