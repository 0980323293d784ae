package parcelrecon.console.packages;

import org.springframework.stereotype.Component;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.OutputFolder;
import parcelrecon.job.Site;
import parcelrecon.report.packages.PackageSite;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageStore;

/** The packages there are, and where their files are. */
@Component
class KnownPackages {

  private final ResultsDatabase database;
  private final ConsoleSite site;
  private final PackageStore store;

  KnownPackages(ResultsDatabase database, ConsoleSite site, PackageStore store) {
    this.database = database;
    this.site = site;
    this.store = store;
  }

  /**
   * @throws NotThere when there is no such run, or it has found nothing yet
   */
  RunRow run(long run) {
    return new RunStore(database)
        .find(run)
        .filter(row -> !row.isControl() && row.hasResults())
        .orElseThrow(NotThere::new);
  }

  /** The run a package was made of, also where what it found was removed since. */
  RunRow runOf(PackageRow row) {
    return new RunStore(database).find(row.made().run()).orElseThrow(NotThere::new);
  }

  /** What a run's incident is called. */
  static String name(RunRow run) {
    return run.incident().title().isEmpty() ? run.incident().id() : run.incident().title();
  }

  StoredResults results(RunRow run) {
    return new StoredResults(database, run.run());
  }

  /**
   * @throws NotThere when there is no such package
   */
  PackageRow find(long number) {
    return store.find(number).orElseThrow(NotThere::new);
  }

  /** How packages of a run are made, and where they are: never anything a browser said. */
  PackageSite site(RunRow run) {
    Site configured = site.site(run.incident());
    return new PackageSite(
        OutputFolder.of(run),
        configured.reportSettings(run.options()),
        configured.configuration().version());
  }
}
