package parcelrecon.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files a site begins with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a commented configuration, an incident and the SQL files to adapt.",
      "Replaces nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh init my-site",
      "  ./run.sh check -c my-site/recon.yaml",
      "      when recon.yaml names your databases and files"
    })
final class InitCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The site's folder; made where it is not there (default: this folder).")
  Path folder;

  @Option(names = "--verbose", description = "Show stack traces and what libraries log.")
  boolean verbose;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new NewSite(folder).write().forEach(name -> console.result(folder.resolve(name).toString()));
    console.note(
        "next: say in "
            + folder.resolve("recon.yaml")
            + " where your rows are, then see with check what they can prove");
    return 0;
  }
}
