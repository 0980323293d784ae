package parcelrecon.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** What one command printed and ended with. */
record CommandLineRun(int exitCode, String out, String err) {

  static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(new PrintWriter(out), new PrintWriter(err), name -> Optional.empty(), arguments);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  List<String> messages() {
    return err.lines().toList();
  }
}
