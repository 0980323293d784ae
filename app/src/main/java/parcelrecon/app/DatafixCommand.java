package parcelrecon.app;

import picocli.CommandLine.Command;

/** What can be done with a datafix package; running it is not among it. */
@Command(
    name = "datafix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks after a datafix package: is it what was made, would its scripts still find the rows as",
      "they were seen, who approved it and until when. Never runs it, and never writes to a source.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./run.sh datafix -c recon.yaml verify out/2022-04-13-kafka/run-003/datafix",
      "      true to its manifest? how many guards hold now?",
      "  ./run.sh datafix -c recon.yaml approve out/2022-04-13-kafka/run-003/datafix --by \"Lin Mei\"",
      "      a copy whose scripts refuse to run after 24 hours",
      "",
      "./run.sh datafix COMMAND --help shows a command's options and examples."
    })
final class DatafixCommand extends CommandGroup {}
