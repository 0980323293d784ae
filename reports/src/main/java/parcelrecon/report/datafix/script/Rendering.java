package parcelrecon.report.datafix.script;

import java.time.Instant;
import java.util.Optional;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.text.Texts;

/**
 * All that a script follows from but its changes.
 *
 * @param texts of the comments
 * @param expiresAt from when on it refuses to run; absent until it was approved
 */
public record Rendering(
    DatafixSettings site, Texts texts, ScriptForm form, Optional<Instant> expiresAt) {}
