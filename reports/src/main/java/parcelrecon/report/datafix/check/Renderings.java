package parcelrecon.report.datafix.check;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.script.Rendering;
import parcelrecon.report.text.Texts;

/** How a package's scripts were rendered, as its manifest tells. */
final class Renderings {

  private Renderings() {}

  /** Absent where the manifest names a language or a form that this version does not have. */
  static Optional<Rendering> of(
      Manifest manifest, DatafixSettings site, Optional<Instant> expiresAt) {
    String language = manifest.origin().language();
    return Arrays.stream(ScriptForm.values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(manifest.origin().form()))
        .findFirst()
        .filter(form -> Texts.LANGUAGES.contains(language))
        .map(form -> new Rendering(site, Texts.of(language), form, expiresAt));
  }
}
