package parcelrecon.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.DatafixPackage;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Staging;
import parcelrecon.report.runjson.RunJson;
import parcelrecon.report.statement.Statement;
import parcelrecon.report.table.MismatchesCsv;
import parcelrecon.report.table.RejectsCsv;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;

/** Writes all outputs of a run. Files appear under their final names only when complete. */
public final class RunOutputs {

  /** The names a run's files can have; others in the folder are left alone. */
  private static final Pattern OURS =
      Pattern.compile(
          "affected-parcels\\.xlsx|statement\\.(md|html)|mismatches\\.csv|rejects\\.(csv|sha256)|run\\.json"
              + "|datafix/\\d{3}-[a-z-]+\\.(changes\\.jsonl|((rollback|pre|post)\\.)?sql)"
              + "|datafix/replay-([a-z]+\\.jsonl|readme\\.md)"
              + "|datafix/(tasks\\.csv|manifest\\.json)");

  /** What a run without run.json wrote, as {@code sha256sum} has it. */
  static final String REJECTS_LEDGER = "rejects.sha256";

  private final ReportSettings settings;

  /** Whether a run's file can have this name, relative to its folder. */
  static boolean isOurs(String name) {
    return OURS.matcher(name).matches();
  }

  public RunOutputs(ReportSettings settings) {
    this.settings = settings;
  }

  /**
   * Writes every file of the run into {@code directory}, which is made when absent; run.json comes
   * last. Earlier outputs there are replaced.
   *
   * @throws parcelrecon.problem.ProblemException DEFECT when the control totals do not add up,
   *     UNREACHABLE when the folder cannot be written; no file is then half-written
   */
  public void write(RunResults results, Path directory) {
    ControlTotals.check(results);
    Texts texts = Texts.of(settings.language());
    try (Staging staging = Staging.in(directory)) {
      AffectedParcelsWorkbook workbook = new AffectedParcelsWorkbook(texts, settings.callers());
      staging.add("affected-parcels.xlsx", path -> workbook.write(results, path));
      Statement statement = Statement.of(results, texts);
      staging.add("statement.md", statement::writeMarkdown);
      staging.add("statement.html", statement::writeHtml);
      staging.add("mismatches.csv", path -> MismatchesCsv.write(results, path));
      new DatafixPackage(settings.datafix(), settings.events(), texts, settings.form())
          .add(results, DatafixPackage.OF_RUN, staging);
      staging.add("rejects.csv", path -> RejectsCsv.write(results, path));
      staging.add("run.json", path -> RunJson.write(results, staging.files(), path));
      refuseRemoved(results.run());
      staging.publish(OURS.asMatchPredicate());
    }
  }

  /** What was read may lack something; a run that is marked only now had everything until now. */
  private static void refuseRemoved(RunRow now) {
    if (now.removedAt().isPresent()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "run " + now.run(),
              "what it found was removed while its outputs were being made",
              "None was written",
              "See what it counted with ./run.sh runs"));
    }
  }

  /** Writes rejects.csv only, and its hash: what is left of a run with too many rejected rows. */
  public void writeRejects(RunResults results, Path directory) {
    try (Staging staging = Staging.in(directory)) {
      OutputFile rejects = staging.add("rejects.csv", path -> RejectsCsv.write(results, path));
      staging.add(REJECTS_LEDGER, path -> writeLedger(rejects, path));
      staging.publish(OURS.asMatchPredicate());
    }
  }

  private static long writeLedger(OutputFile file, Path path) throws IOException {
    Files.writeString(path, file.sha256() + "  " + file.file() + "\n");
    return 1;
  }
}
