package parcelrecon.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.Json;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.ScheduleDesk;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the schedules of a site and steers them; {@code serve} works them off. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the schedules of a site: the windows that are done, and the one that comes next. They are",
      "worked off by ./run.sh serve.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh schedule -c recon.yaml",
      "  ./run.sh schedule -c recon.yaml --pause hourly",
      "      no window is begun until --resume hourly; what ended meanwhile is caught up then",
      "  ./run.sh schedule -c recon.yaml --judge hourly",
      "      the next window at once, though it is not due yet"
    })
final class ScheduleCommand implements Callable<Integer> {

  private static final int WINDOWS_SHOWN = 5;

  private final Console console;

  @Mixin SiteOptions site;

  @ArgGroup Act act;

  /** At most one of them. */
  static final class Act {
    @Option(names = "--pause", paramLabel = "NAME", description = "Begin no window from now on.")
    String pause;

    @Option(names = "--resume", paramLabel = "NAME", description = "Go on, and catch up.")
    String resume;

    @Option(
        names = "--judge",
        paramLabel = "NAME",
        description = "Reconcile the next window though it is not due yet; it must have ended.")
    String judge;
  }

  @Mixin ActorOption actor;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  ScheduleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ActorOption.Read read = actor.read(site, console);
    SiteConfiguration configuration = read.configuration();
    List<Schedule> schedules = configuration.schedules();
    if (act != null) {
      refuseUnknown(schedules);
    }
    return KeptResults.with(
        configuration,
        database -> {
          ScheduleDesk desk = new ScheduleDesk(schedules, database, InstantSource.system());
          if (act != null) {
            act(desk, read.actor());
          }
          show(desk);
          return ExitCode.DONE.code();
        });
  }

  private String name() {
    return Optional.ofNullable(act.pause)
        .or(() -> Optional.ofNullable(act.resume))
        .orElse(act.judge);
  }

  private void refuseUnknown(List<Schedule> schedules) {
    List<String> names = schedules.stream().map(Schedule::name).toList();
    if (!names.contains(name())) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "schedule " + name(),
              names.isEmpty()
                  ? "the configuration has no schedule"
                  : "is not there, expected one of " + String.join(", ", names),
              "Nothing was changed",
              "Name one of the list schedules of the configuration"));
    }
  }

  private void act(ScheduleDesk desk, String by) {
    if (act.pause != null) {
      desk.pause(name(), by);
    } else if (act.resume != null) {
      desk.goOn(name(), by);
    } else {
      desk.ask(name(), by).orElseThrow(() -> tooEarly(desk));
    }
  }

  private ProblemException tooEarly(ScheduleDesk desk) {
    String end =
        desk.find(name(), Optional.empty(), 1)
            .flatMap(view -> view.next())
            .map(Window::to)
            .map(to -> "ends at " + to)
            .orElse("never comes");
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "schedule " + name(),
            "its next window " + end,
            "Nothing was changed",
            "Wait until then, or reconcile another window with ./run.sh reconcile"));
  }

  private void show(ScheduleDesk desk) {
    List<ScheduleLine> lines = desk.all(WINDOWS_SHOWN).stream().map(ScheduleLine::new).toList();
    if (json) {
      console.result(
          Json.pretty(Map.of("schedules", lines.stream().map(ScheduleLine::json).toList()))
              .stripTrailing());
    } else if (lines.isEmpty()) {
      console.result("The configuration has no schedule.");
    } else {
      lines.forEach(line -> line.text().forEach(console::result));
    }
  }
}
