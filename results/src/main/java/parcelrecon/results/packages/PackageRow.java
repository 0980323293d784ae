package parcelrecon.results.packages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.results.Columns;
import parcelrecon.results.Json;
import tools.jackson.core.type.TypeReference;

/**
 * A package as it was made, and what was decided about it.
 *
 * @param number from 1 over all incidents
 * @param mismatches it stands on
 * @param decisions in the order of time
 */
public record PackageRow(
    long number,
    String incidentId,
    Instant madeAt,
    NewPackage made,
    long mismatches,
    List<PackageDecision> decisions) {

  private static final Comparator<PackageDecision> BY_TIME =
      Comparator.comparing(PackageDecision::at).thenComparing(PackageDecision::kind);

  private static final TypeReference<TreeMap<String, Sum>> SUMS = new TypeReference<>() {};

  public PackageRow {
    decisions = decisions.stream().sorted(BY_TIME).toList();
  }

  static PackageRow of(ResultSet row, List<PackageDecision> decisions) throws SQLException {
    SortedMap<String, Sum> sums = Json.read(row.getString("sums"), SUMS);
    NewPackage made =
        new NewPackage(
            row.getLong("run"),
            row.getString("made_by"),
            row.getString("form"),
            row.getString("language"),
            row.getString("manifest_sha256"),
            row.getLong("package_rows"),
            sums);
    return new PackageRow(
        row.getLong("package_no"),
        row.getString("incident_id"),
        Columns.instant(row, "made_at"),
        made,
        row.getLong("mismatches"),
        decisions);
  }

  public PackageState state(Instant now) {
    if (decision(PackageDecision.Kind.VOIDED).isPresent()) {
      return PackageState.VOIDED;
    }
    if (decision(PackageDecision.Kind.REFUSED).isPresent()) {
      return PackageState.REFUSED;
    }
    return approval()
        .map(approval -> approval.expiresAt().orElseThrow())
        .map(until -> until.isAfter(now) ? PackageState.APPROVED : PackageState.EXPIRED)
        .orElse(PackageState.OPEN);
  }

  /** Whatever has become of it since. */
  public Optional<PackageDecision> approval() {
    return decision(PackageDecision.Kind.APPROVED);
  }

  private Optional<PackageDecision> decision(PackageDecision.Kind kind) {
    return decisions.stream().filter(each -> each.kind() == kind).findFirst();
  }
}
