package parcelrecon.app;

import parcelrecon.app.configuration.ProductVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is told when no command is given. */
@Command(
    name = CommandLines.PROGRAM,
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    description = {
      "Reconciles parcel outbound records with payments and Kafka events over an incident:",
      "which parcels are affected, why, and what would put them right.",
      "",
      "Reads only. It suggests changes and never makes one.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./run.sh demo",
      "      the incident of 2022-04-13 end to end, on this machine alone",
      "  ./run.sh init my-site",
      "      the files a site begins with, to adapt",
      "  ./run.sh check -c recon.yaml",
      "      are all sources there, and what could a run prove?",
      "  ./run.sh reconcile -c recon.yaml --incident incidents/2022-04-13-kafka.yaml",
      "      a site's own incident; outputs go to ./out",
      "  ./run.sh runs -c recon.yaml",
      "  ./run.sh listed -c recon.yaml 3 reported.csv",
      "      are the parcels that stores reported on the list of run 3, and why or why not?",
      "  ./run.sh diff -c recon.yaml 1 3",
      "      what has run 3 healed of run 1, what is still open, what is new?",
      "  ./run.sh recheck -c recon.yaml 3",
      "      the parcels of its incident once more, without reading the window again",
      "  ./run.sh close -c recon.yaml 2022-04-13-kafka --pack closing.zip",
      "      nothing is left to be done: everything that shows it, for the archive",
      "  ./run.sh datafix -c recon.yaml verify out/2022-04-13-kafka/run-003/datafix",
      "      is the package what was made, and would its guards still hold?",
      "  ./run.sh serve -c recon.yaml",
      "      the web pages: all of this, with reviews, approvals and an audit",
      "",
      "./run.sh password, ./run.sh init, ./run.sh demo and ./run.sh test take no configuration.",
      "./run.sh COMMAND --help shows a command's options and examples.",
      "",
      "Exit codes: 0 done; 1 mismatches found (with --fail-on-mismatch); 2 usage; 3 configuration;",
      "4 a source, a file or the results database is not reachable; 5 too many rejected rows;",
      "6 stopped, can be resumed; 7 done, but a source is not complete; 70 a defect of ours."
    })
final class RootCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }

  /** From the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"parcel-recon " + ProductVersion.text()};
    }
  }
}
