package parcelrecon.results.packages;

import static parcelrecon.results.packages.PackageDecision.Kind.APPROVED;
import static parcelrecon.results.packages.PackageDecision.Kind.REFUSED;
import static parcelrecon.results.packages.PackageDecision.Kind.VOIDED;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;

/**
 * What becomes of a package, one decision at a time over all threads and processes. That a second
 * person approves, and what he saw, is held here, whoever asks. Every decision is in the audit.
 */
public final class PackageDecisions {

  /** How many of the mismatches that no longer stand are named. */
  private static final int NAMED_MAX = 5;

  private final ResultsDatabase database;
  private final AuditStore audit;
  private final InstantSource clock;

  public PackageDecisions(ResultsDatabase database, AuditStore audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param seenSha256 the hash of the package that was looked at
   * @param at and {@code expiresAt} as the approved copy has them
   * @param approvedSha256 the hash of the approved copy
   */
  public record Approval(
      String by, String seenSha256, Instant at, Instant expiresAt, String approvedSha256) {}

  /**
   * Approves a package.
   *
   * @param place gives the approved copy its place, last
   * @return it as it is now: void where it no longer stands
   * @throws PackageRefusal OWN_PACKAGE, OTHER_HASH, DECIDED_ALREADY
   */
  public PackageRow approve(long number, Approval approval, Runnable place) {
    return database.inTurn(
        handle -> {
          PackageTables tables = new PackageTables(handle);
          PackageRow row = tables.required(number);
          check(row, approval.by(), approval.seenSha256());
          Optional<PackageRow> fallen = voidIfFallen(handle, row, approval.by());
          if (fallen.isPresent()) {
            return fallen.get();
          }
          tables.insert(
              number,
              new PackageDecision(
                  APPROVED,
                  approval.by(),
                  approval.at(),
                  Optional.empty(),
                  "",
                  Optional.of(approval.expiresAt()),
                  Optional.of(approval.approvedSha256())));
          keep(
              handle,
              row,
              approval.by(),
              AuditAction.PACKAGE_APPROVED,
              Map.of(
                  "approvedHash", approval.approvedSha256(),
                  "expiresAt", approval.expiresAt().toString()));
          place.run();
          return tables.required(number);
        });
  }

  /**
   * Refuses a package.
   *
   * @throws PackageRefusal as {@link #approve}
   */
  public PackageRow refuse(long number, String by, String seenSha256, String reason) {
    return database.inTurn(
        handle -> {
          PackageTables tables = new PackageTables(handle);
          PackageRow row = tables.required(number);
          check(row, by, seenSha256);
          tables.insert(number, decision(REFUSED, by, Optional.empty(), reason));
          keep(handle, row, by, AuditAction.PACKAGE_REFUSED, Map.of());
          return tables.required(number);
        });
  }

  private void check(PackageRow row, String by, String seenSha256) {
    if (FourEyes.areOne(row.made().by(), by)) {
      throw new PackageRefusal(PackageRefusal.Why.OWN_PACKAGE);
    }
    if (!row.made().manifestSha256().equals(seenSha256)) {
      throw new PackageRefusal(PackageRefusal.Why.OTHER_HASH);
    }
    if (row.state(clock.instant()) != PackageState.OPEN) {
      throw new PackageRefusal(PackageRefusal.Why.DECIDED_ALREADY);
    }
  }

  /**
   * Sees whether somebody may decide, before an approved copy is made for it.
   *
   * @throws PackageRefusal as {@link #approve}
   */
  public void require(long number, String by, String seenSha256) {
    database
        .jdbi()
        .useHandle(handle -> check(new PackageTables(handle).required(number), by, seenSha256));
  }

  /** Whether somebody may decide about a package at all: its author may not. */
  public static boolean isAnother(PackageRow row, String by) {
    return !FourEyes.areOne(row.made().by(), by);
  }

  /**
   * Hands an approved package out; its files are verified and at hand.
   *
   * @return it as it is now: void where it no longer stands
   * @throws PackageRefusal NOT_APPROVED
   */
  public PackageRow handOut(long number, String by) {
    return database.inTurn(
        handle -> {
          PackageRow row = new PackageTables(handle).required(number);
          if (row.state(clock.instant()) != PackageState.APPROVED) {
            throw new PackageRefusal(PackageRefusal.Why.NOT_APPROVED);
          }
          Optional<PackageRow> fallen = voidIfFallen(handle, row, by);
          if (fallen.isEmpty()) {
            String hash = row.approval().flatMap(PackageDecision::approvedSha256).orElseThrow();
            keep(handle, row, by, AuditAction.PACKAGE_DOWNLOADED, Map.of("approvedHash", hash));
          }
          return fallen.orElse(row);
        });
  }

  /**
   * Notes that a package's files are not what was made or approved; does nothing where it is at an
   * end already.
   *
   * @param what differed
   */
  public PackageRow filesChanged(long number, String what, String by) {
    return database.inTurn(
        handle -> {
          PackageRow row = new PackageTables(handle).required(number);
          return row.state(clock.instant()).isLive()
              ? voided(handle, row, VoidCause.FILES_CHANGED, what, by)
              : row;
        });
  }

  /** Notes of each open or approved package of a run's incident that it no longer stands. */
  public void voidFallen(long run, String by) {
    database.inTurn(
        handle -> {
          PackageTables tables = new PackageTables(handle);
          tables.ofIncident(tables.incident(run), Integer.MAX_VALUE).stream()
              .filter(row -> row.state(clock.instant()).isLive())
              .forEach(row -> voidIfFallen(handle, row, by));
          return null;
        });
  }

  private Optional<PackageRow> voidIfFallen(Handle handle, PackageRow row, String by) {
    List<PackageMismatch> fallen = new PackageTables(handle).fallen(row, NAMED_MAX + 1);
    return fallen.isEmpty()
        ? Optional.empty()
        : Optional.of(voided(handle, row, VoidCause.NO_LONGER_CONFIRMED, named(fallen), by));
  }

  private static String named(List<PackageMismatch> fallen) {
    String named =
        fallen.stream()
            .limit(NAMED_MAX)
            .map(each -> each.id().parcelId())
            .distinct()
            .collect(Collectors.joining(", "));
    return fallen.size() > NAMED_MAX ? named + ", …" : named;
  }

  private PackageRow voided(
      Handle handle, PackageRow row, VoidCause cause, String what, String by) {
    PackageTables tables = new PackageTables(handle);
    tables.insert(row.number(), decision(VOIDED, by, Optional.of(cause), what));
    keep(handle, row, by, AuditAction.PACKAGE_VOIDED, Map.of("cause", cause.name(), "what", what));
    return tables.required(row.number());
  }

  private PackageDecision decision(
      PackageDecision.Kind kind, String by, Optional<VoidCause> cause, String reason) {
    return new PackageDecision(
        kind, by, clock.instant(), cause, reason, Optional.empty(), Optional.empty());
  }

  private void keep(
      Handle handle, PackageRow row, String by, AuditAction action, Map<String, String> more) {
    Map<String, String> detail = new TreeMap<>(more);
    detail.put("hash", row.made().manifestSha256());
    audit.append(handle, new AuditAct(by, action, PackageStore.subject(row.number()), detail));
  }
}
