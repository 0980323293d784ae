package parcelrecon.app;

import static parcelrecon.report.file.Json.object;

import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.Json;
import parcelrecon.results.audit.AuditChain;
import parcelrecon.results.audit.AuditCheck;
import parcelrecon.results.audit.AuditCheck.Misfit;
import parcelrecon.results.audit.AuditHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells whether the audit is as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads every entry of the audit and tells the first that does not fit: changed, missing, or not",
      "following the one before it. That entries at the end are missing can be seen only by a head",
      "written down earlier, outside of the database: this command prints it, the page Audit shows it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh audit -c recon.yaml verify",
      "  ./run.sh audit -c recon.yaml verify --head 480:9f2c...e1",
      "      and is the entry 480 of then still the entry 480?",
      "",
      "Ends with 0 when everything fits, with 4 when something does not."
    })
final class VerifyAuditCommand implements Callable<Integer> {

  private final Console console;

  @ParentCommand AuditCommand audit;

  @Option(
      names = "--head",
      paramLabel = "N:HASH",
      description = "A head of earlier, which the audit must still have.")
  String head;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  VerifyAuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<AuditHead> written = Optional.ofNullable(head).map(VerifyAuditCommand::parsed);
    SiteConfiguration site = audit.site().read(console);
    AuditCheck check = KeptResults.with(site, database -> check(new AuditChain(database), written));
    console.result(json ? json(check) : text(check, written));
    console.flush();
    check.misfit().ifPresent(VerifyAuditCommand::refuse);
    return ExitCode.DONE.code();
  }

  private static AuditCheck check(AuditChain chain, Optional<AuditHead> written) {
    return written.map(chain::verify).orElseGet(chain::verify);
  }

  private static AuditHead parsed(String text) {
    return AuditHead.parse(text)
        .orElseThrow(
            () ->
                new ProblemException(
                    ExitCode.USAGE,
                    new Problem(
                        "--head",
                        "\""
                            + text
                            + "\" is no head, expected a number, a colon and 64 digits from 0 to f",
                        Problems.NOTHING_STARTED,
                        "Give it as audit verify printed it")));
  }

  private static String text(AuditCheck check, Optional<AuditHead> written) {
    if (check.misfit().isPresent()) {
      return "audit: %d entries fit, then one does not".formatted(check.head().number());
    }
    return "audit: %d entries, each is as it was written%s%nhead: %s%s"
        .formatted(
            check.head().number(),
            written.isPresent() ? ", and the head given is among them" : "",
            check.head().text(),
            "\nNext: write the head down outside of this database; --head shows later whether entries at"
                + " the end are missing.");
  }

  private static String json(AuditCheck check) {
    return Json.pretty(
            object(
                "fits", check.misfit().isEmpty(),
                "entries", check.head().number(),
                "head", check.head().text(),
                "misfit",
                    check
                        .misfit()
                        .map(each -> object("entry", each.number(), "kind", each.kind().name()))
                        .orElse(null)))
        .stripTrailing();
  }

  private static void refuse(Misfit misfit) {
    throw new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            "audit, entry " + misfit.number(),
            what(misfit.kind()),
            "What stands there from this entry on proves nothing",
            "Find out who could write to the results database, and compare it with a backup"));
  }

  private static String what(AuditCheck.Kind kind) {
    return switch (kind) {
      case MISSING -> "it is missing, later ones are there";
      case PUT_IN -> "it was put in before the first";
      case CHANGED -> "it was changed: its hash is not that of what it says";
      case OTHER_BEFORE ->
          "it follows another entry than the one before it: that one was changed, put in, or one was"
              + " taken out";
      case MADE_ANEW -> "it is not the one of --head: all up to it was written anew";
      case CUT -> "it is missing, and all behind it up to --head";
    };
  }
}
