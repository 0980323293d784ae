package parcelrecon.results.packages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.results.BatchedInsert;
import parcelrecon.results.Columns;
import parcelrecon.results.Json;
import parcelrecon.results.Sql;
import parcelrecon.results.listing.ListingPosition;

/** Reads and writes the tables of packages in somebody's transaction. */
record PackageTables(Handle handle) {

  private static final int PAGE_ROWS = 2_000;

  Optional<PackageRow> find(long number) {
    return handle
        .createQuery(Sql.of("packages/package"))
        .bind("package_no", number)
        .map((row, context) -> PackageRow.of(row, decisions(number)))
        .findOne();
  }

  PackageRow required(long number) {
    return find(number)
        .orElseThrow(() -> new IllegalArgumentException("there is no package " + number));
  }

  /** The latest first. */
  List<PackageRow> ofIncident(String incident, int rowsMax) {
    return handle
        .createQuery(Sql.of("packages/packages_of_incident"))
        .bind("incident_id", incident)
        .bind("rows_max", rowsMax)
        .map((row, context) -> PackageRow.of(row, decisions(row.getLong("package_no"))))
        .list();
  }

  private List<PackageDecision> decisions(long number) {
    return handle
        .createQuery(Sql.of("packages/decisions"))
        .bind("package_no", number)
        .map((row, context) -> PackageDecision.of(row))
        .list();
  }

  String incident(long run) {
    return handle
        .createQuery(Sql.of("review/incident_of_run"))
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
  }

  /** The incident's latest finished run that lists its mismatches; 0 without any. */
  long latestListed(String incident) {
    return handle
        .createQuery(Sql.of("packages/latest_listed_run"))
        .bind("incident_id", incident)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  PackageMoment moment(String incident, Instant now) {
    return handle
        .createQuery(Sql.of("packages/moment"))
        .bind("incident_id", incident)
        .bind("now", now.truncatedTo(ChronoUnit.SECONDS).toString())
        .map(
            (row, context) ->
                new PackageMoment(
                    latestListed(incident),
                    row.getLong("latest_review"),
                    row.getLong("packages"),
                    row.getLong("decisions"),
                    row.getLong("expired")))
        .one();
  }

  Candidates candidates(long run, Instant now) {
    String incident = incident(run);
    List<PackageMismatch> ready = new ArrayList<>();
    long held = 0;
    Optional<ListingPosition> last = Optional.empty();
    do {
      List<Candidate> page = candidates(run, incident, now, last);
      for (Candidate each : page) {
        if (each.isHeld()) {
          held++;
        } else if (ready.size() == Candidates.READY_MAX) {
          return new Candidates(ready, held, true);
        } else {
          ready.add(each.mismatch());
        }
      }
      last = page.stream().reduce((one, next) -> next).map(each -> each.mismatch().position());
    } while (last.isPresent());
    return new Candidates(ready, held, false);
  }

  private record Candidate(PackageMismatch mismatch, boolean isHeld) {}

  private List<Candidate> candidates(
      long run, String incident, Instant now, Optional<ListingPosition> after) {
    return behind(handle.createQuery(Sql.of("packages/candidates")), after)
        .bind("run", run)
        .bind("incident_id", incident)
        .bind("now", now.truncatedTo(ChronoUnit.SECONDS).toString())
        .bind("rows_max", PAGE_ROWS)
        .map((row, context) -> new Candidate(PackageMismatch.of(row), row.getBoolean("is_held")))
        .list();
  }

  /**
   * @param after empty for the first
   */
  List<PackageMismatch> members(long number, Optional<ListingPosition> after, int rowsMax) {
    return behind(handle.createQuery(Sql.of("packages/members")), after)
        .bind("package_no", number)
        .bind("rows_max", rowsMax)
        .map((row, context) -> PackageMismatch.of(row))
        .list();
  }

  private static Query behind(Query query, Optional<ListingPosition> after) {
    return query
        .bind("parcel_key", Columns.key(after.map(ListingPosition::parcelId).orElse("")))
        .bind("kind", after.map(ListingPosition::kind).orElse(""))
        .bind("consumer_group", after.map(ListingPosition::group).orElse(""));
  }

  /** The first mismatches of a package that it can no longer stand on; none while it stands. */
  List<PackageMismatch> fallen(PackageRow row, int rowsMax) {
    return handle
        .createQuery(Sql.of("packages/fallen"))
        .bind("package_no", row.number())
        .bind("run", latestListed(row.incidentId()))
        .bind("incident_id", row.incidentId())
        .bind("rows_max", rowsMax)
        .map((each, context) -> PackageMismatch.of(each))
        .list();
  }

  long next() {
    return handle.createQuery(Sql.of("packages/next_package")).mapTo(Long.class).one();
  }

  void insert(PackageRow row, List<PackageMismatch> members) {
    NewPackage made = row.made();
    handle
        .createUpdate(Sql.of("packages/insert_package"))
        .bind("package_no", row.number())
        .bind("incident_id", row.incidentId())
        .bind("run", made.run())
        .bind("made_by", made.by())
        .bind("made_at", row.madeAt().toString())
        .bind("form", made.form())
        .bind("language", made.language())
        .bind("manifest_sha256", made.manifestSha256())
        .bind("package_rows", made.rows())
        .bind("mismatches", row.mismatches())
        .bind("sums", Json.write(made.sums()))
        .execute();
    BatchedInsert inserts = new BatchedInsert(handle, "packages/insert_member");
    members.forEach(
        each ->
            inserts.add(
                to -> {
                  to.bind("package_no", row.number());
                  each.bind(to);
                }));
    inserts.flush();
  }

  void insert(long number, PackageDecision decision) {
    handle
        .createUpdate(Sql.of("packages/insert_decision"))
        .bind("package_no", number)
        .bind("decision", decision.kind().name())
        .bind("decided_by", decision.by())
        .bind("decided_at", decision.at().toString())
        .bind("cause", Columns.name(decision.cause()))
        .bind("reason", decision.reason())
        .bind("expires_at", Columns.text(decision.expiresAt()))
        .bind("approved_sha256", decision.approvedSha256().orElse(null))
        .execute();
  }
}
