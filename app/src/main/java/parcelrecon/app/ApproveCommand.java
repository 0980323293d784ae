package parcelrecon.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.DurationText;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.ProductVersion;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.check.Approvable;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.datafix.check.OwnScripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes a package's approved copy. Who may approve is not this command's to know. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a copy of a package that says who approved it, and until when.",
      "The package is verified first, and left as it is. The scripts of the copy refuse to run after",
      "that time, its rollbacks never do. Who may approve is not checked; the name is recorded as given.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh datafix -c recon.yaml approve out/2022-04-13-kafka/run-003/datafix --by \"Lin Mei\"",
      "      for 24 hours, into datafix-approved beside it",
      "  ./run.sh datafix -c recon.yaml approve out/2022-04-13-kafka/run-003/datafix \\",
      "           --by \"Lin Mei\" --valid-for 90m --out tonight"
    })
final class ApproveCommand implements Callable<Integer> {

  private final Console console;

  @ParentCommand DatafixCommand datafix;

  @Parameters(
      index = "0",
      paramLabel = "PACKAGE",
      description = "The folder datafix of a run, or the manifest.json in it.")
  Path given;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who approves, for whoever reads the package later.")
  String by;

  @Option(
      names = "--valid-for",
      paramLabel = "PERIOD",
      defaultValue = "24h",
      description = "How long, e.g. 90m, 24h or 2d; at most 30d (default: 24h).")
  String validFor;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the copy goes; datafix-approved beside the package when not given.")
  Path out;

  ApproveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = datafix.site().read(console, problems);
    String name = name(problems);
    Duration valid = valid(problems);
    problems.throwIfAny();
    SiteConfiguration site = read.orElseThrow();
    Approvable approvable = Approvable.read(given, site.datafix(), ProductVersion.text());
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    tell(approvable.approve(name, at, at.plus(valid), folder(approvable.checked())), site);
    return ExitCode.DONE.code();
  }

  private String name(Problems problems) {
    String name = by.strip();
    if (!Approvable.isName(name)) {
      refuse(
          "--by",
          "is no name, expected 1 to " + Approvable.NAME_CHARACTERS_MAX + " characters on one line",
          "Give the name of who approves",
          problems);
    }
    return name;
  }

  private Duration valid(Problems problems) {
    Optional<Duration> valid = DurationText.parse(validFor).filter(Approvable::isPeriod);
    if (valid.isEmpty()) {
      refuse(
          "--valid-for",
          "\"" + validFor + "\" is no period from 1m to 30d",
          "Write e.g. 24h",
          problems);
    }
    return valid.orElse(Approvable.VALID_STANDARD);
  }

  private static void refuse(String where, String what, String remedy, Problems problems) {
    problems.add(ExitCode.USAGE, new Problem(where, what, Problems.NOTHING_STARTED, remedy));
  }

  /** Never within the package: that would no longer be what its manifest says. */
  private Path folder(CheckedPackage checked) {
    Path folder = checked.folder().toAbsolutePath().normalize();
    Path wanted =
        out == null ? folder.resolveSibling("datafix-approved") : out.toAbsolutePath().normalize();
    if (wanted.startsWith(folder)) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "--out", "is within the package", "Nothing was approved", "Name a folder beside it"));
    }
    return wanted;
  }

  private void tell(CheckedPackage approved, SiteConfiguration site) {
    OwnScripts scripts = OwnScripts.of(approved, site.datafix(), ProductVersion.text());
    new VerifyReport(approved, scripts, site, Instant.now()).head().forEach(console::result);
    console.result(
        "Next: verify it shortly before it is run (%s datafix -c %s verify %s)."
            .formatted(
                CommandLines.PROGRAM, datafix.config, Console.shown(approved.folder().toString())));
  }
}
