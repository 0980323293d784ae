package parcelrecon.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import parcelrecon.demo.site.SiteFolder;
import parcelrecon.demo.truth.Finding;
import parcelrecon.demo.truth.ParcelTruth;

/** The demo, step by step, a line each. */
final class Demo {

  private static final int DIFFERENT = 70;
  private static final String AS_OF = "2022-04-16T12:00";

  private final DemoFolder folder;
  private final long seed;
  private final PrintWriter out;
  private final PrintWriter err;
  private final SiteFolder site;
  private final Product product;

  Demo(DemoFolder folder, long seed, PrintWriter out, PrintWriter err) {
    this.folder = folder;
    this.seed = seed;
    this.out = out;
    this.err = err;
    site = new SiteFolder(folder.site());
    product = new Product(site.configuration(), folder.outputs(), out, err);
  }

  /**
   * @return 0 when the product found the truth, 70 when it did not, or the exit code of a command
   *     that failed
   */
  int run() {
    try (IncidentSite incident = IncidentSite.make(folder, seed, this::step)) {
      return reconcileTwice(incident.truth());
    } catch (CommandFailed e) {
      err.println("demo: " + e.getMessage());
      return e.exitCode;
    }
  }

  private int reconcileTwice(List<ParcelTruth> truth) {
    reconcile();
    Path found = product.run(1);
    boolean met = compare(truth, found, ParcelTruth::asFound);
    step("filling in the call list as stores answered: " + folder.answeredWorkbook());
    StoreAnswers.fillIn(found.resolve("affected-parcels.xlsx"), folder.answeredWorkbook(), truth);
    command("answers", "1", folder.answeredWorkbook().toString(), "--apply");
    reconcile();
    Path answered = product.run(2);
    met &= compare(truth, answered, ParcelTruth::afterAnswers);
    out.println();
    out.println(RunTotals.of(answered).headline());
    out.println("as found           " + found);
    out.println("after the answers  " + answered);
    out.println("  in each          affected-parcels.xlsx, statement.md, mismatches.csv, datafix/");
    out.println("the site           " + folder.site());
    out.println("the truth          " + folder.truth());
    out.println(
        met ? "the truth is met, parcel by parcel" : "the truth is not met, see the differences");
    return met ? 0 : DIFFERENT;
  }

  private void reconcile() {
    command(
        "reconcile",
        "--incident",
        site.incident().toString(),
        "--as-of",
        AS_OF,
        "--out",
        folder.outputs().toString());
  }

  private void command(String command, String... arguments) {
    int exitCode = product.run(command, arguments);
    if (exitCode != 0) {
      throw new CommandFailed(command, exitCode);
    }
  }

  private boolean compare(List<ParcelTruth> truth, Path run, Function<ParcelTruth, Finding> stage) {
    step("comparing " + run.getFileName() + " with the truth of " + truth.size() + " parcels");
    List<String> differences = new Comparison(truth, stage).differences(run);
    if (!differences.isEmpty()) {
      err.println("demo: " + differences.size() + " differences from the truth, the first:");
      differences.stream().limit(Comparison.DIFFERENCES_SHOWN).forEach(err::println);
    }
    return differences.isEmpty();
  }

  private void step(String words) {
    out.println("demo: " + words);
  }

  /** A command of the product that did not end well. */
  private static final class CommandFailed extends RuntimeException {
    private final int exitCode;

    CommandFailed(String command, int exitCode) {
      super(command + " ended with " + exitCode + ", expected 0. The demo stopped there.");
      this.exitCode = exitCode;
    }
  }
}
