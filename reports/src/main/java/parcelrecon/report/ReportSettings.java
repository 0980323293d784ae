package parcelrecon.report;

import java.util.Optional;
import parcelrecon.datafix.EventShape;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.datafix.change.DatafixSettings;

/**
 * How outputs are to be made.
 *
 * @param language en, zh-CN or zh-TW
 * @param callers how many people share the call list, at least 1
 * @param datafix the site's table; absent when not configured: suggestions then become tasks, not
 *     SQL
 * @param form of the datafix package's SQL
 * @param events how the site's topic writes events; absent when that is not known
 */
public record ReportSettings(
    String language,
    int callers,
    Optional<DatafixSettings> datafix,
    ScriptForm form,
    Optional<EventShape> events) {}
