package parcelrecon.app;

import static parcelrecon.report.file.Json.object;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.report.file.Json;
import parcelrecon.results.AgreedClock;
import parcelrecon.results.retention.Stay;
import parcelrecon.retention.Sweep;
import parcelrecon.retention.Swept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what is older than the configuration retains it. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Removes what is older than the configuration's section retention keeps it, as ./run.sh serve",
      "does once a day. Runs themselves, decisions and the audit stay for ever.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh retention -c recon.yaml --dry-run",
      "      what would go, and why other runs stay",
      "  ./run.sh retention -c recon.yaml"
    })
final class RetentionCommand implements Callable<Integer> {

  private static final int SHOWN_MAX = 20;

  private final Console console;

  @Mixin SiteOptions site;

  @Option(names = "--dry-run", description = "Tell what would go, and remove nothing.")
  boolean dryRun;

  @Mixin ActorOption actor;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  RetentionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ActorOption.Read read = actor.read(site, console);
    SiteConfiguration configuration = read.configuration();
    Swept swept =
        KeptResults.with(
            configuration,
            database -> {
              Sweep sweep =
                  new Sweep(
                      configuration.retention(),
                      configuration.work(),
                      database,
                      new AgreedClock(database, InstantSource.system()),
                      read.actor());
              return dryRun ? sweep.look() : sweep.sweep();
            });
    if (json) {
      console.result(Json.pretty(json(swept)).stripTrailing());
    } else {
      tell(swept);
    }
    return (swept.failures().isEmpty() ? ExitCode.DONE : ExitCode.UNREACHABLE).code();
  }

  private Map<String, Object> json(Swept swept) {
    Map<String, Object> staying = new LinkedHashMap<>();
    swept.runsStaying().forEach((stay, runs) -> staying.put(key(stay), runs));
    return object(
        "dryRun", dryRun,
        "runs", swept.runs(),
        "runsStaying", staying,
        "outputs", swept.outputs(),
        "changedFiles", swept.changedFiles(),
        "spill", swept.spill(),
        "failures", swept.failures());
  }

  private static String key(Stay stay) {
    return switch (stay) {
      case YOUNG -> "young";
      case IN_HAND -> "inHand";
      case PACKAGE -> "package";
      case OPEN -> "open";
      case LATEST -> "latest";
      case REFERRED_TO -> "referredTo";
    };
  }

  private void tell(Swept swept) {
    String verb = dryRun ? "Would go: " : "Removed: ";
    console.result(verb + "what was found by " + runs(swept.runs()));
    swept
        .runsStaying()
        .forEach(
            (stay, runs) -> {
              if (runs > 0) {
                console.result(
                    String.format(
                        Locale.ROOT, "  %,d of these incidents' stay: %s", runs, why(stay)));
              }
            });
    console.result(verb + "outputs of " + runs(swept.outputs()));
    if (swept.changedFiles() > 0) {
      console.result("  files that somebody has changed stay: " + swept.changedFiles());
    }
    console.result(verb + "work folders of " + runs(swept.spill()));
    swept.failures().forEach(failure -> console.result("Cannot be deleted: " + failure));
  }

  private static String runs(List<Long> runs) {
    if (runs.isEmpty()) {
      return "no run";
    }
    if (runs.size() == 1) {
      return "run " + runs.get(0);
    }
    String numbers =
        runs.stream().limit(SHOWN_MAX).map(String::valueOf).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%,d runs (%s", runs.size(), numbers)
        + (runs.size() > SHOWN_MAX ? ", …)" : ")");
  }

  private static String why(Stay stay) {
    return switch (stay) {
      case YOUNG -> "not old enough";
      case IN_HAND -> "somebody works on them";
      case PACKAGE -> "a package of theirs is undecided, or its approval holds";
      case OPEN -> "the latest of their incident, in which something is open";
      case LATEST -> "the latest of their incident, of which others stay";
      case REFERRED_TO -> "runs that stay are held against them";
    };
  }
}
