package parcelrecon.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import parcelrecon.console.sign.PasswordHash;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes the hash of a password. The password is never an argument: those are seen by whoever lists
 * processes, and kept by shells.
 */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes of a password what the configuration keeps of it (console.users).",
      "Asks for it on the terminal, or reads the first line of the standard input.",
      ""
    },
    footer = {"", "Examples:", "  ./run.sh password", "  ./run.sh password < password.txt"})
final class PasswordCommand implements Callable<Integer> {

  private static final int BYTES_MAX = 4 * PasswordHash.CHARACTERS_MAX;

  private final Console console;

  @Option(names = "--verbose", description = "Show stack traces and what libraries log.")
  boolean verbose;

  PasswordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    java.io.Console terminal = System.console();
    String password = terminal == null ? firstLine(System.in) : asked(terminal);
    int characters = password.codePointCount(0, password.length());
    if (characters < PasswordHash.CHARACTERS_MIN || characters > PasswordHash.CHARACTERS_MAX) {
      throw refused(
          "the password has %d characters, expected %d to %d"
              .formatted(characters, PasswordHash.CHARACTERS_MIN, PasswordHash.CHARACTERS_MAX),
          "Choose another");
    }
    console.result(PasswordHash.of(password));
    return ExitCode.DONE.code();
  }

  private static String asked(java.io.Console terminal) {
    char[] password = terminal.readPassword("Password: ");
    char[] again = terminal.readPassword("Once more: ");
    if (password == null || !Arrays.equals(password, again)) {
      throw refused("the password was not given twice alike", "Repeat");
    }
    return new String(password);
  }

  private static String firstLine(InputStream in) throws IOException {
    String text = new String(in.readNBytes(BYTES_MAX + 2), StandardCharsets.UTF_8);
    return text.split("\\R", 2)[0];
  }

  private static ProblemException refused(String what, String remedy) {
    return new ProblemException(
        ExitCode.USAGE, new Problem("password", what, "No hash was made", remedy));
  }
}
