package parcelrecon.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Columns;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/** Settings a site could have for a {@link SampleRun}. */
public final class SampleSettings {

  public static final DatafixSettings DATAFIX = datafix(Dialect.H2, "[A-Z0-9-]{6,40}");

  public static final ReportSettings ENGLISH = of("en", 2);

  private SampleSettings() {}

  public static ReportSettings of(String language, int callers) {
    return new ReportSettings(
        language,
        callers,
        Optional.of(DATAFIX),
        ScriptForm.SCRIPT,
        Optional.of(new SampleEvents()));
  }

  public static DatafixSettings datafix(Dialect dialect, String idPattern) {
    return datafix(dialect, idPattern, ZoneId.of("Asia/Taipei"));
  }

  public static DatafixSettings datafix(Dialect dialect, String idPattern, ZoneId zone) {
    return new DatafixSettings(
        dialect,
        "parcel_outbound",
        "outbound_id",
        Pattern.compile(idPattern),
        new Columns("status", "row_version", Optional.of("pickup_deadline")),
        Map.of(
            OutboundState.COMPLETED, "PICKED_UP",
            OutboundState.PENDING, "REQUESTED",
            OutboundState.FAILED, "FAILED",
            OutboundState.REVERSED, "AWAITING_PICKUP"),
        7,
        zone,
        Optional.of(new DatafixSettings.Replay("parcel-outbound", List.of())),
        Optional.empty());
  }
}
