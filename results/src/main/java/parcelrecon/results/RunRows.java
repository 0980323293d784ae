package parcelrecon.results;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import tools.jackson.core.type.TypeReference;

/** Rows of the table of runs as records. */
final class RunRows {

  private static final TypeReference<List<RunRow.Setting>> SETTINGS = new TypeReference<>() {};

  private RunRows() {}

  static RunRow of(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("run"),
        Json.read(row.getString("incident"), Incident.class),
        Columns.instant(row, "as_of"),
        RunState.valueOf(row.getString("state")),
        Columns.optionalInt(row, "exit_code"),
        Columns.optionalLong(row, "day_total"),
        row.getLong("answers_through"),
        new RunRow.Options(
            Path.of(row.getString("out_directory")),
            row.getString("language"),
            row.getInt("callers"),
            ScriptForm.valueOf(row.getString("script_form")),
            row.getBoolean("fail_on_mismatch")),
        new RunRow.Configuration(
            row.getString("configuration_sha256"),
            row.getString("configuration_version"),
            Json.read(row.getString("settings"), SETTINGS)),
        Columns.instant(row, "started_at"),
        Columns.optionalInstant(row, "ended_at"),
        Columns.optionalLong(row, "control_of"),
        Columns.optionalLong(row, "recheck_of"),
        Columns.optionalInstant(row, "removed_at"));
  }
}
