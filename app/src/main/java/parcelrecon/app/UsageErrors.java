package parcelrecon.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import parcelrecon.app.configuration.Problems;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, and what was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {

  /** As picocli tells that options of one group were given together. */
  private static final String EXCLUSIVE = "^Error: (.*) are mutually exclusive.*";

  private final Console console;

  UsageErrors(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    console.problems(
        List.of(
            new Problem(
                name, what(wrong, command), Problems.NOTHING_STARTED, "See " + name + " --help")));
    return ExitCode.USAGE.code();
  }

  private static String what(ParameterException wrong, CommandLine command) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "))
          + " is missing";
    }
    if (wrong.getArgSpec() != null && wrong.getValue() != null) {
      return name(wrong.getArgSpec()) + ": \"" + wrong.getValue() + "\" is not a whole number";
    }
    return Console.oneLine(wrong.getMessage()).replaceFirst(EXCLUSIVE, "$1 exclude each other");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String unknown(String seen, CommandLine command) {
    if (seen.startsWith("-")) {
      List<String> options = new ArrayList<>();
      command.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
      String option = seen.split("=", 2)[0];
      return "unknown option " + option + DidYouMean.question(option, options);
    }
    Collection<String> commands = command.getSubcommands().keySet();
    return commands.isEmpty()
        ? "\"" + seen + "\" is one argument too many"
        : "unknown command \"" + seen + "\"" + DidYouMean.question(seen, commands);
  }
}
