package parcelrecon.job;

import java.util.EnumMap;
import java.util.Map;
import parcelrecon.model.SourceName;
import parcelrecon.source.Source;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.open.Sources;

/** The sources of a site, each opened when first asked for, all closed together. Thread-safe. */
final class OpenSources implements AutoCloseable {

  private final Map<SourceName, SourceSettings> settings;
  private final Map<SourceName, Source> open = new EnumMap<>(SourceName.class);

  OpenSources(Map<SourceName, SourceSettings> settings) {
    this.settings = settings;
  }

  synchronized Source get(SourceName name) {
    return open.computeIfAbsent(name, wanted -> Sources.open(settings.get(wanted)));
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Source::close);
    open.clear();
  }
}
