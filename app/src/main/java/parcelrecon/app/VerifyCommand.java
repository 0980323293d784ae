package parcelrecon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.ProductVersion;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.datafix.check.GuardCount;
import parcelrecon.report.datafix.check.OwnScripts;
import parcelrecon.report.datafix.check.ScriptsRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells whether a package is what was made, and how its changes stand to the table now. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells whether a package is what was made, and how many guards hold now.",
      "It is byte for byte what its manifest says; its scripts are those that its changes give; and so",
      "many rows are still as they were seen, fixed already, changed or gone since. Reads only.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh datafix -c recon.yaml verify out/2022-04-13-kafka/run-003/datafix",
      "  ./run.sh datafix -c recon.yaml verify out/2022-04-13-kafka/run-003/datafix --json",
      "      with every row that has moved since",
      "",
      "Ends with 0 when the package is true to its manifest, whatever the rows are; with 4 when it is",
      "not, or when the rows cannot be read."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Console console;

  @ParentCommand DatafixCommand datafix;

  @Parameters(
      index = "0",
      paramLabel = "PACKAGE",
      description = "The folder datafix of a run, or the manifest.json in it.")
  Path given;

  @Option(names = "--json", description = "Print JSON, with every row that has moved.")
  boolean json;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SiteConfiguration site = datafix.site().read(console);
    CheckedPackage checked = CheckedPackage.read(given);
    OwnScripts scripts = OwnScripts.of(checked, site.datafix(), ProductVersion.text());
    VerifyReport report = new VerifyReport(checked, scripts, site, Instant.now());
    if (json) {
      return tellJson(report, site);
    }
    report.head().forEach(console::result);
    console.flush();
    refuseOthers(report);
    report.guards(guards(checked, site)).forEach(console::result);
    return ExitCode.DONE.code();
  }

  private int tellJson(VerifyReport report, SiteConfiguration site) {
    try {
      refuseOthers(report);
      List<GuardCount> guards = guards(report.checked(), site);
      console.result(VerifyJson.of(report, Optional.of(guards)));
    } catch (ProblemException e) {
      console.result(VerifyJson.of(report, Optional.empty()));
      console.flush();
      throw e;
    }
    return ExitCode.DONE.code();
  }

  /** A manifest is easily written anew; what the changes give is not. */
  private static void refuseOthers(VerifyReport report) {
    if (report.scripts().outcome() == OwnScripts.Outcome.NOT_OURS) {
      throw ScriptsRefused.exception(report.checked(), report.scripts(), "It is not to be run");
    }
  }

  private static List<GuardCount> guards(CheckedPackage checked, SiteConfiguration site) {
    if (!checked.hasChanges()) {
      return List.of();
    }
    if (site.datafix().isEmpty()) {
      throw new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              "datafix",
              "the configuration has no such section",
              "How the rows are now is not known",
              "Describe the table that is changed in the section datafix"));
    }
    return SiteTable.with(
        site,
        table ->
            checked.guards(site.datafix().get().columns().deadline().isPresent(), table::rows));
  }
}
