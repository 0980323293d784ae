package parcelrecon.app;

import picocli.CommandLine.Command;

/** What can be done with the audit; changing it is not among it. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks after the audit of a console: who started, downloaded, decided or approved what, and",
      "when. Its entries hold each other by hashes.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  ./run.sh audit -c recon.yaml verify",
      "      was an entry changed, taken out or put in?",
      "",
      "./run.sh audit COMMAND --help shows a command's options and examples."
    })
final class AuditCommand extends CommandGroup {}
