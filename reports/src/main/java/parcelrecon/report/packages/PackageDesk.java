package parcelrecon.report.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.datafix.DatafixPackage;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.check.Approvable;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.datafix.check.OwnScripts;
import parcelrecon.report.datafix.check.ScriptsRefused;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;
import parcelrecon.results.FoundParcels;
import parcelrecon.results.packages.NewPackage;
import parcelrecon.results.packages.PackageDecision;
import parcelrecon.results.packages.PackageDecisions;
import parcelrecon.results.packages.PackageMismatch;
import parcelrecon.results.packages.PackageRefusal;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageState;
import parcelrecon.results.packages.PackageStore;
import parcelrecon.results.packages.Sum;

/**
 * Makes packages of what was confirmed, approves them and hands them out. A package whose files are
 * not what they are known as becomes void here; nothing of it is handed out.
 */
public final class PackageDesk {

  private final PackageStore store;
  private final PackageDecisions decisions;
  private final InstantSource clock;

  public PackageDesk(PackageStore store, PackageDecisions decisions, InstantSource clock) {
    this.store = store;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * Makes a package of all that is confirmed and in no other one.
   *
   * @param results of the latest run of its incident
   * @throws PackageRefusal where there is nothing to be made of it
   */
  public PackageRow make(FoundParcels results, PackageSite site, String by) {
    long run = results.run().run();
    decisions.voidFallen(run, by);
    List<PackageMismatch> ready = store.candidates(run).ready();
    if (ready.isEmpty()) {
      throw new PackageRefusal(PackageRefusal.Why.NOTHING_READY);
    }
    try (DraftFolder draft = DraftFolder.in(site.packages())) {
      write(new ConfirmedParcels(results, ready), site.settings(), draft.folder());
      Manifest manifest = CheckedPackage.read(draft.folder()).manifest();
      return store.keep(made(run, by, manifest), ready, place(site, draft));
    }
  }

  private static void write(FoundParcels confirmed, ReportSettings settings, Path folder) {
    try (Staging staging = Staging.in(folder)) {
      new DatafixPackage(
              settings.datafix(), settings.events(), Texts.of(settings.language()), settings.form())
          .add(confirmed, "", staging);
      staging.publish(name -> false);
    }
  }

  private static NewPackage made(long run, String by, Manifest manifest) {
    Map<String, Sum> sums = new TreeMap<>();
    manifest
        .sums()
        .forEach(
            (currency, each) ->
                sums.put(currency, new Sum(each.toCollectMinor(), each.toRefundMinor())));
    return new NewPackage(
        run,
        by,
        manifest.origin().form(),
        manifest.origin().language(),
        manifest.sha256(),
        rows(manifest),
        sums);
  }

  /** A script's rows are those of its changes. */
  private static long rows(Manifest manifest) {
    return manifest.files().stream()
        .filter(file -> !file.file().endsWith(".sql"))
        .mapToLong(OutputFile::rows)
        .sum();
  }

  private static PackageStore.Folder place(PackageSite site, DraftFolder draft) {
    return new PackageStore.Folder() {
      @Override
      public boolean isFree(long number) {
        return !Files.exists(site.made(number), LinkOption.NOFOLLOW_LINKS);
      }

      @Override
      public void moveTo(long number) {
        draft.moveTo(site.made(number));
      }
    };
  }

  /**
   * Reads a package whole, as it is now.
   *
   * @return absent where it is not what was made
   */
  public Optional<CheckedPackage> look(PackageRow row, PackageSite site) {
    try {
      return Optional.of(PackageFiles.read(site.made(row.number()), row.made().manifestSha256()));
    } catch (PackageFiles.Differ e) {
      return Optional.empty();
    }
  }

  /**
   * Approves a package, and makes its approved copy.
   *
   * @param seenSha256 the hash of the package that was looked at
   * @return it as it is now: void where it is not what was made, or no longer stands
   * @throws PackageRefusal where he may not
   * @throws parcelrecon.problem.ProblemException where its scripts are not what this version and
   *     configuration give
   */
  public PackageRow approve(
      PackageRow row, PackageSite site, String by, String seenSha256, Duration valid) {
    decisions.require(row.number(), by, seenSha256);
    CheckedPackage checked;
    try {
      checked = PackageFiles.read(site.made(row.number()), row.made().manifestSha256());
    } catch (PackageFiles.Differ e) {
      return decisions.filesChanged(row.number(), e.getMessage(), by);
    }
    Approvable approvable = Approvable.of(checked, site.settings().datafix(), site.version());
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant until = at.plus(valid);
    try (DraftFolder draft = DraftFolder.in(site.packages())) {
      CheckedPackage copy = approvable.approve(by, at, until, draft.folder());
      return decisions.approve(
          row.number(),
          new PackageDecisions.Approval(by, seenSha256, at, until, copy.manifest().sha256()),
          () -> draft.moveTo(site.approved(row.number())));
    }
  }

  /**
   * What came of asking for a package.
   *
   * @param row it as it is now: void where it is not what was approved, or no longer stands
   * @param zip a temporary file, the caller's to delete; absent of a void package
   */
  public record HandedOut(PackageRow row, Optional<Path> zip) {}

  /**
   * Hands out the approved copy of a package as a zip: equal bytes each time.
   *
   * @throws PackageRefusal when it is not approved, or its approval has expired
   */
  public HandedOut handOut(PackageRow row, PackageSite site, String by) {
    if (row.state(clock.instant()) != PackageState.APPROVED) {
      throw new PackageRefusal(PackageRefusal.Why.NOT_APPROVED);
    }
    Path zip = temporary();
    boolean isHandedOut = false;
    try {
      CheckedPackage approved = approved(row, site);
      PackageFiles.zip(
          approved, row.incidentId() + "-" + PackageSite.name(row.number()) + "-approved", zip);
      PackageRow now = decisions.handOut(row.number(), by);
      isHandedOut = now.state(clock.instant()) == PackageState.APPROVED;
      return new HandedOut(now, isHandedOut ? Optional.of(zip) : Optional.empty());
    } catch (PackageFiles.Differ e) {
      return new HandedOut(
          decisions.filesChanged(row.number(), e.getMessage(), by), Optional.empty());
    } finally {
      if (!isHandedOut) {
        delete(zip);
      }
    }
  }

  /** What was made has to be as it was, too: it is what the approval names. */
  private static CheckedPackage approved(PackageRow row, PackageSite site)
      throws PackageFiles.Differ {
    PackageFiles.read(site.made(row.number()), row.made().manifestSha256());
    String sha256 = row.approval().flatMap(PackageDecision::approvedSha256).orElseThrow();
    CheckedPackage approved = PackageFiles.read(site.approved(row.number()), sha256);
    OwnScripts scripts = OwnScripts.of(approved, site.settings().datafix(), site.version());
    if (scripts.outcome() != OwnScripts.Outcome.OURS) {
      throw ScriptsRefused.exception(approved, scripts, "Nothing was handed out");
    }
    return approved;
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("package-", ".zip");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path zip) {
    try {
      Files.deleteIfExists(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
