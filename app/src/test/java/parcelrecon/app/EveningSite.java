package parcelrecon.app;

import java.nio.file.Path;
import java.util.stream.Stream;
import parcelrecon.app.configuration.SiteFolder;

/** A site whose files are a few lines of one evening, and its incident "tryout". */
final class EveningSite {

  /** Ends with its sources; more of them may follow. */
  static final String CONFIGURATION =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          csv: { files: outbound.csv }
        payments:
          independent: true
          csv: { files: payments.csv }
      """;

  private final Path folder;
  private final SiteFolder files;

  EveningSite(Path folder, String configuration) {
    this.folder = folder;
    this.files = new SiteFolder(folder).with("recon.yaml", configuration);
  }

  EveningSite with(String file, String content) {
    files.with(file, content);
    return this;
  }

  CommandLineRun reconcile(String asOf, String... more) {
    Stream<String> fixed =
        Stream.of(
            "--incident=tryout",
            "--from=2022-04-13T19:33",
            "--to=2022-04-13T20:22",
            "--as-of=" + asOf,
            "--out=" + folder.resolve("out"));
    return command("reconcile", Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }

  CommandLineRun command(String name, String... more) {
    Stream<String> fixed = Stream.of(name, "-c", files.path("recon.yaml").toString());
    return CommandLineRun.of(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }

  Path outputs(int run) {
    return folder.resolve("out/tryout/run-00" + run);
  }
}
