package parcelrecon.report.closing;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.file.CsvFile;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Staging;
import parcelrecon.report.packages.ApprovedFiles;
import parcelrecon.report.packages.PackageSite;
import parcelrecon.results.RunRow;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.packages.PackageDecision;
import parcelrecon.results.packages.PackageRow;

/**
 * The packages of an incident as they stood when it was closed: a list of all, and the files of
 * those that somebody had approved, whatever has become of the approval since. Files that are not
 * what was approved any more are left out, and the list says so.
 */
final class PackedPackages {

  private static final List<String> COLUMNS =
      List.of(
          "package",
          "run",
          "made_by",
          "made_at",
          "manifest_sha256",
          "mismatches",
          "state",
          "approved_by",
          "approved_at",
          "approved_sha256",
          "files");

  private final Closing closing;
  private final List<PackageRow> rows;

  /**
   * @param all packages of the incident
   */
  PackedPackages(Closing closing, List<PackageRow> all) {
    this.closing = closing;
    this.rows =
        all.stream().filter(row -> !row.madeAt().isAfter(closing.at())).map(this::then).toList();
  }

  /** Without what was decided later. */
  private PackageRow then(PackageRow row) {
    return new PackageRow(
        row.number(),
        row.incidentId(),
        row.madeAt(),
        row.made(),
        row.mismatches(),
        row.decisions().stream().filter(each -> !each.at().isAfter(closing.at())).toList());
  }

  List<Long> numbers() {
    return rows.stream().map(PackageRow::number).toList();
  }

  /**
   * @param sites where the packages of a run are
   */
  void add(Staging staging, Function<Long, RunRow> runs, Function<RunRow, PackageSite> sites) {
    List<Boolean> packed = new ArrayList<>();
    for (PackageRow row : rows) {
      Optional<CheckedPackage> copy =
          ApprovedFiles.look(row, sites.apply(runs.apply(row.made().run())));
      copy.ifPresent(checked -> add(staging, row, checked));
      packed.add(copy.isPresent());
    }
    staging.add("packages.csv", path -> list(packed, path));
  }

  private static void add(Staging staging, PackageRow row, CheckedPackage checked) {
    String folder = String.format(Locale.ROOT, "packages/package-%03d-approved/", row.number());
    for (OutputFile file : checked.manifest().files()) {
      OutputFile added =
          staging.add(
              folder + file.file(),
              path -> {
                Files.copy(checked.folder().resolve(file.file()), path, LinkOption.NOFOLLOW_LINKS);
                return file.rows();
              });
      if (!added.sha256().equals(file.sha256())) {
        throw new ProblemException(
            ExitCode.UNREACHABLE,
            new Problem(
                checked.folder().resolve(file.file()).toString(),
                "has changed while it was packed",
                "No closing pack was made",
                "Make it again when nobody writes there"));
      }
    }
    staging.add(
        folder + Manifest.NAME,
        path -> {
          Files.write(path, checked.manifest().text().getBytes(StandardCharsets.UTF_8));
          return 1;
        });
  }

  private long list(List<Boolean> packed, Path path) throws IOException {
    try (CsvFile csv = CsvFile.create(path, COLUMNS)) {
      for (int i = 0; i < rows.size(); i++) {
        PackageRow row = rows.get(i);
        Optional<PackageDecision> approval = row.approval();
        csv.row(
            String.valueOf(row.number()),
            String.valueOf(row.made().run()),
            safe(row.made().by()),
            Json.time(row.madeAt()),
            row.made().manifestSha256(),
            String.valueOf(row.mismatches()),
            row.state(closing.at()).name(),
            safe(approval.map(PackageDecision::by).orElse("")),
            approval.map(PackageDecision::at).map(Json::time).orElse(""),
            approval.flatMap(PackageDecision::approvedSha256).orElse(""),
            approval.isEmpty() ? "" : packed.get(i) ? "PACKED" : "NOT_AS_APPROVED");
      }
      return csv.rows();
    }
  }
}
