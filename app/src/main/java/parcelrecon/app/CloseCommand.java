package parcelrecon.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.OutputFolder;
import parcelrecon.job.Site;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.closing.ClosingJson;
import parcelrecon.report.closing.ClosingPack;
import parcelrecon.report.file.Json;
import parcelrecon.report.packages.PackageSite;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingRefusal;
import parcelrecon.results.closing.ClosingStore;
import parcelrecon.results.closing.Closings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes an incident, and writes its closing pack. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Closes an incident on its latest finished run. While something is left to be done or not known,",
      "it needs a reason. Of an incident that is closed already only the closing pack is written: the",
      "same bytes each time. Who may close is not checked; the name is recorded as given.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh close -c recon.yaml 2022-04-13-kafka --by \"Lin Mei\" --pack closing.zip",
      "      nothing is left to be done",
      "  ./run.sh close -c recon.yaml 2022-04-13-kafka --by \"Lin Mei\" --reason \"written off\"",
      "      something is, and the pack tells this of each"
    })
final class CloseCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions site;

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "The id of the incident.")
  String incident;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why it is closed though something is left.")
  String reason = "";

  @Mixin ActorOption actor;

  @Option(
      names = "--pack",
      paramLabel = "FILE.zip",
      description = "Write the closing pack; what is there is replaced.")
  Path pack;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  CloseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ActorOption.Read read = actor.read(site, console);
    SiteConfiguration configuration = read.configuration();
    return KeptResults.with(
        configuration,
        database -> {
          Optional<Closing> before = Closings.standing(database, incident);
          Closing closing = before.orElseGet(() -> close(database, read.actor()));
          if (pack != null) {
            new ClosingPack(database, run -> packages(configuration, run)).write(closing, pack);
          }
          tell(closing, before.isPresent());
          return ExitCode.DONE.code();
        });
  }

  private Closing close(ResultsDatabase database, String by) {
    RunRow run =
        new IncidentRuns(database)
            .latest(incident)
            .orElseThrow(
                () ->
                    refused(
                        "has no run with results", "See with ./run.sh runs -c FILE what there is"));
    try {
      return new ClosingStore(database, InstantSource.system()).close(run, by, reason);
    } catch (ClosingRefusal e) {
      throw refused(e.why());
    }
  }

  private ProblemException refused(ClosingRefusal.Why why) {
    return switch (why) {
      case NO_REASON ->
          refused(
              "has mismatches that are open or not known", "Say with --reason why it is closed");
      case LONG_REASON ->
          refused(
              "--reason has more than " + Closing.REASON_LENGTH_MAX + " characters", "Shorten it");
      case RUN_IN_HAND -> refused("has a run in hand", "Wait until it has ended");
      case OTHER_RUN ->
          refused("has another run that has just ended", "Look at it, then try again");
      case NO_RUN, ALREADY_CLOSED, NOT_CLOSED ->
          refused("has been closed or changed meanwhile", "Try again");
    };
  }

  private ProblemException refused(String what, String remedy) {
    return new ProblemException(
        ExitCode.USAGE, new Problem("incident " + incident, what, "Nothing was closed", remedy));
  }

  private static PackageSite packages(SiteConfiguration configuration, RunRow run) {
    Site configured = configuration.site(run.incident());
    return new PackageSite(
        OutputFolder.of(run),
        configured.reportSettings(run.options()),
        configured.configuration().version());
  }

  private void tell(Closing closing, boolean isBefore) {
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>(ClosingJson.of(closing));
      object.put("pack", pack == null ? null : pack.toString());
      console.result(Json.pretty(object).stripTrailing());
      return;
    }
    console.result(
        "incident %s: %s by %s at %s on run %d, %d open, %d not known"
            .formatted(
                incident,
                isBefore ? "was closed" : "closed",
                closing.by(),
                Json.time(closing.at()),
                closing.run(),
                closing.frozen().openMismatches(),
                closing.frozen().notKnown()));
    if (pack != null) {
      console.result("Pack: " + pack);
    }
  }
}
