package parcelrecon.app;

import java.util.Arrays;
import picocli.CommandLine;

/** All commands, and what becomes of their exceptions. */
final class CommandLines {

  static final String PROGRAM = "./run.sh";
  private static final int HELP_WIDTH = 100;

  private final CommandLine root;
  private final Failures failures;

  CommandLines(Console console, StopSignal signal) {
    this.failures = new Failures(console);
    this.root =
        new CommandLine(new RootCommand())
            .addSubcommand(new ReconcileCommand(console, signal))
            .addSubcommand(new RecheckCommand(console, signal))
            .addSubcommand(new ResumeCommand(console, signal))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new RunsCommand(console))
            .addSubcommand(new ReportCommand(console))
            .addSubcommand(new AnswersCommand(console))
            .addSubcommand(new ListedCommand(console))
            .addSubcommand(new DiffCommand(console))
            .addSubcommand(new CloseCommand(console))
            .addSubcommand(
                new CommandLine(new DatafixCommand())
                    .addSubcommand(new VerifyCommand(console))
                    .addSubcommand(new ApproveCommand(console)))
            .addSubcommand(
                new CommandLine(new AuditCommand()).addSubcommand(new VerifyAuditCommand(console)))
            .addSubcommand(new ServeCommand(console, signal))
            .addSubcommand(new ScheduleCommand(console))
            .addSubcommand(new TellCommand(console))
            .addSubcommand(new RetentionCommand(console))
            .addSubcommand(new PasswordCommand(console))
            .addSubcommand(new InitCommand(console))
            .setOut(console.out())
            .setErr(console.err())
            .setParameterExceptionHandler(new UsageErrors(console))
            .setExecutionExceptionHandler(failures)
            .setUsageHelpWidth(HELP_WIDTH)
            .setAbbreviatedOptionsAllowed(false)
            .setExpandAtFiles(false);
    root.getSubcommands().values().forEach(CommandLines::finish);
  }

  /** What every command has alike. */
  private static void finish(CommandLine command) {
    command.getCommandSpec().versionProvider(new RootCommand.Version());
    command.getCommandSpec().usageMessage().sortSynopsis(false);
    command.getSubcommands().values().forEach(CommandLines::finish);
  }

  /** Never throws: whatever happens is told and has an exit code. */
  int execute(String... arguments) {
    try {
      return root.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return failures.tell(PROGRAM, e, isVerbose(arguments));
    }
  }

  static boolean isVerbose(String... arguments) {
    return Arrays.asList(arguments).contains("--verbose");
  }
}
