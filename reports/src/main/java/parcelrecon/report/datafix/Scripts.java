package parcelrecon.report.datafix;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;

/** The scripts a site's package can hold, in the order in which they are run. */
final class Scripts implements AutoCloseable {

  private final Map<Suggestion, ScriptFile> files = new EnumMap<>(Suggestion.class);

  /**
   * @param site absent when not configured: then there are none
   */
  Scripts(Optional<DatafixSettings> site, Texts texts, Staging staging) {
    site.ifPresent(settings -> begin(settings, texts, staging));
  }

  private void begin(DatafixSettings site, Texts texts, Staging staging) {
    String revert =
        site.columns().deadline().isPresent() ? "revert-outbound" : "revert-outbound-keep-deadline";
    files.put(
        Suggestion.REVERT_OUTBOUND,
        new ScriptFile(site, texts, staging, "001-revert-outbound", revert));
    files.put(
        Suggestion.COMPLETE_OUTBOUND,
        new ScriptFile(site, texts, staging, "002-complete-outbound", "complete-outbound"));
  }

  void add(Suggestion suggestion, Change change) {
    files.get(suggestion).add(change);
  }

  void addTo(Staging staging) {
    files.values().forEach(file -> file.addTo(staging));
  }

  @Override
  public void close() {
    files.values().forEach(ScriptFile::close);
  }
}
