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
import parcelrecon.report.datafix.Manifest.Approval;
import parcelrecon.report.datafix.change.PlainText;
import parcelrecon.report.datafix.check.ApprovedCopy;
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

  private static final int NAME_CHARACTERS_MAX = 100;
  private static final Duration VALID_MIN = Duration.ofMinutes(1);
  private static final Duration VALID_MAX = Duration.ofDays(30);

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
    CheckedPackage checked = CheckedPackage.read(given);
    refuseTwice(checked);
    SiteConfiguration site = read.orElseThrow();
    OwnScripts scripts = OwnScripts.of(checked, site.datafix(), ProductVersion.text());
    if (scripts.outcome() != OwnScripts.Outcome.OURS) {
      throw refused(checked, scripts);
    }
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Approval approval = new Approval(name, at, at.plus(valid), checked.manifest().sha256());
    tell(new ApprovedCopy(checked, folder(checked)).write(site.datafix(), approval), site);
    return ExitCode.DONE.code();
  }

  private String name(Problems problems) {
    String name = by.strip();
    boolean isName = !name.isEmpty() && name.length() <= NAME_CHARACTERS_MAX && PlainText.is(name);
    if (!isName) {
      refuse(
          "--by",
          "is no name, expected 1 to " + NAME_CHARACTERS_MAX + " characters on one line",
          "Give the name of who approves",
          problems);
    }
    return name;
  }

  private Duration valid(Problems problems) {
    Optional<Duration> valid =
        DurationText.parse(validFor)
            .filter(each -> each.compareTo(VALID_MIN) >= 0 && each.compareTo(VALID_MAX) <= 0);
    if (valid.isEmpty()) {
      refuse(
          "--valid-for",
          "\"" + validFor + "\" is no period from 1m to 30d",
          "Write e.g. 24h",
          problems);
    }
    return valid.orElse(VALID_MIN);
  }

  private static void refuse(String where, String what, String remedy, Problems problems) {
    problems.add(ExitCode.USAGE, new Problem(where, what, Problems.NOTHING_STARTED, remedy));
  }

  private static void refuseTwice(CheckedPackage checked) {
    if (checked.manifest().approval().isPresent()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              checked.folder().toString(),
              "is an approved copy already",
              "Nothing was approved",
              "Approve the package it was made from"));
    }
  }

  private static ProblemException refused(CheckedPackage checked, OwnScripts scripts) {
    if (scripts.outcome() == OwnScripts.Outcome.NOT_COMPARED) {
      return new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              "datafix",
              "the configuration has no such section, so that the scripts cannot be compared",
              "Nothing was approved",
              "Describe the table that is changed in the section datafix"));
    }
    return ScriptsRefused.exception(checked, scripts, "Nothing was approved");
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
