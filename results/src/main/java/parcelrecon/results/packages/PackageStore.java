package parcelrecon.results.packages;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.listing.ListingPosition;

/** Keeps packages, and says what the next one could hold. Every change is in the audit. */
public final class PackageStore {

  /** How many packages of an incident are shown. */
  public static final int SHOWN_MAX = 100;

  private static final int PACKAGES_MAX = 10_000;

  private final ResultsDatabase database;
  private final AuditStore audit;
  private final InstantSource clock;

  public PackageStore(ResultsDatabase database, AuditStore audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where the files of a new package go. */
  public interface Folder {

    /** Whether nothing is there under a number yet. */
    boolean isFree(long number);

    /** Gives the files, which are there under a temporary name, their place. */
    void moveTo(long number);
  }

  public Optional<PackageRow> find(long number) {
    return database.jdbi().withHandle(handle -> new PackageTables(handle).find(number));
  }

  /** The latest packages of a run's incident, the latest first, limited. */
  public List<PackageRow> ofIncident(long run) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              PackageTables tables = new PackageTables(handle);
              return tables.ofIncident(tables.incident(run), SHOWN_MAX);
            });
  }

  /** All packages of an incident, the latest first; of more than 10,000 the latest. */
  public List<PackageRow> allOf(String incidentId) {
    return database
        .jdbi()
        .withHandle(handle -> new PackageTables(handle).ofIncident(incidentId, PACKAGES_MAX));
  }

  /** Until when what is counted of the packages of a run's incident holds. */
  public PackageMoment moment(long run) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              PackageTables tables = new PackageTables(handle);
              return tables.moment(tables.incident(run), clock.instant());
            });
  }

  private static boolean isLatest(PackageTables tables, long run) {
    return tables.latestListed(tables.incident(run)) == run;
  }

  /** What a package of the run could hold now. */
  public Candidates candidates(long run) {
    return database
        .jdbi()
        .withHandle(handle -> new PackageTables(handle).candidates(run, clock.instant()));
  }

  /**
   * The mismatches a package stands on, in the list's order.
   *
   * @param after read on behind this one; empty for the first
   */
  public List<PackageMismatch> mismatches(
      long number, Optional<ListingPosition> after, int rowsMax) {
    return database
        .jdbi()
        .withHandle(handle -> new PackageTables(handle).members(number, after, rowsMax));
  }

  /** The first mismatches that a package can no longer stand on; none while it stands. */
  public List<PackageMismatch> fallen(PackageRow row, int rowsMax) {
    return database.jdbi().withHandle(handle -> new PackageTables(handle).fallen(row, rowsMax));
  }

  /**
   * Keeps a package whose files are written.
   *
   * @param mismatches what it was made of: all that were ready
   * @throws PackageRefusal when others are ready now, or the run is not the latest
   */
  public PackageRow keep(NewPackage made, List<PackageMismatch> mismatches, Folder folder) {
    return database.inTurn(
        handle -> {
          PackageTables tables = new PackageTables(handle);
          if (!isLatest(tables, made.run())) {
            throw new PackageRefusal(PackageRefusal.Why.NOT_THE_LATEST_RUN);
          }
          if (mismatches.isEmpty()) {
            throw new PackageRefusal(PackageRefusal.Why.NOTHING_READY);
          }
          if (!tables.candidates(made.run(), clock.instant()).ready().equals(mismatches)) {
            throw new PackageRefusal(PackageRefusal.Why.CHANGED_MEANWHILE);
          }
          PackageRow row = row(tables, made, mismatches.size(), folder);
          tables.insert(row, mismatches);
          audit.append(
              handle,
              new AuditAct(
                  made.by(),
                  AuditAction.PACKAGE_MADE,
                  subject(row.number()),
                  Map.of(
                      "hash", made.manifestSha256(),
                      "run", String.valueOf(made.run()),
                      "mismatches", String.valueOf(mismatches.size()))));
          folder.moveTo(row.number());
          return row;
        });
  }

  private PackageRow row(PackageTables tables, NewPackage made, long mismatches, Folder folder) {
    long number = tables.next();
    while (!folder.isFree(number)) {
      number++;
    }
    return new PackageRow(
        number, tables.incident(made.run()), clock.instant(), made, mismatches, List.of());
  }

  static String subject(long number) {
    return "package " + number;
  }
}
