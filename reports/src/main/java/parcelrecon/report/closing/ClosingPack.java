package parcelrecon.report.closing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.FixedZip;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Staging;
import parcelrecon.report.packages.PackageSite;
import parcelrecon.report.runjson.CoverageJson;
import parcelrecon.report.statement.Statement;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;
import parcelrecon.results.EndStore;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.OpenCounts;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingEnds;
import parcelrecon.results.closing.Ended;
import parcelrecon.results.packages.PackageStore;

/**
 * Makes the pack of a closing, of what the closing froze only: the same bytes each time. Everything
 * is written to files beside the pack, which are gone at the end.
 */
public final class ClosingPack {

  /** Of older runs, of whatever state, the audit's entries are not in the pack. */
  private static final int RUNS_MAX = 10_000;

  public static final String MANIFEST = "manifest.sha256";

  private final ResultsDatabase database;
  private final Function<RunRow, PackageSite> sites;

  /**
   * @param sites how the outputs of a run are made, and where its packages are
   */
  public ClosingPack(ResultsDatabase database, Function<RunRow, PackageSite> sites) {
    this.database = database;
    this.sites = sites;
  }

  /** What a pack is called. */
  public static String name(Closing closing) {
    return String.format(
        Locale.ROOT, "%s-closing-%03d.zip", closing.incidentId(), closing.number());
  }

  /**
   * Writes it, in place of what is there.
   *
   * @throws ProblemException DEFECT when the ends do not add up, UNREACHABLE when it cannot be
   *     written; nothing is then half-written
   */
  public void write(Closing closing, Path zip) {
    Path target = zip.toAbsolutePath();
    Path work = target.resolveSibling(target.getFileName() + ".work");
    Path part = work.resolve("pack.zip");
    try {
      Files.createDirectories(work);
      try (Staging staging = Staging.in(work)) {
        stage(closing, staging);
        pack(closing, staging, part);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
        Files.deleteIfExists(work);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              zip.toString(),
              "cannot be written (" + e + ")",
              "No closing pack was made",
              "Make room or name another file"),
          e);
    }
  }

  private void stage(Closing closing, Staging staging) {
    RunStore runs = new RunStore(database);
    List<RunRow> rows =
        closing.frozen().runs().stream().map(run -> runs.find(run).orElseThrow()).toList();
    rows.forEach(ClosingPack::requireResults);
    RunRow last = rows.get(rows.size() - 1);
    outputs(last, staging);
    ends(closing, rows, staging);
    KeptCsv kept = new KeptCsv(database, closing);
    staging.add("decisions.csv", kept::decisions);
    staging.add("answers.csv", kept::answers);
    InstantSource clock = InstantSource.fixed(closing.at());
    PackedPackages packages =
        new PackedPackages(
            closing,
            new PackageStore(database, new AuditStore(database, clock), clock)
                .allOf(closing.incidentId()));
    packages.add(staging, run -> runs.find(run).orElseThrow(), sites);
    List<Long> all =
        new IncidentRuns(database)
            .newest(closing.incidentId(), RUNS_MAX).stream().map(RunRow::run).toList();
    staging.add("audit.csv", path -> kept.audit(all, packages.numbers(), path));
    runs(rows, staging);
    String manifest =
        staging.files().stream()
            .map(file -> file.sha256() + "  " + file.file() + "\n")
            .collect(Collectors.joining());
    text(staging, MANIFEST, manifest);
  }

  private static void requireResults(RunRow run) {
    if (run.removedAt().isPresent()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "run " + run.run(),
              "its results were removed at " + run.removedAt().get(),
              "No closing pack was made",
              "Use the pack that was made before; audit has who made one"));
    }
  }

  private void outputs(RunRow last, Staging staging) {
    StoredResults results = new StoredResults(database, last.run());
    Texts texts = Texts.of(last.options().language());
    AffectedParcelsWorkbook workbook = new AffectedParcelsWorkbook(texts, last.options().callers());
    staging.add("affected-parcels.xlsx", path -> workbook.write(results, path));
    Statement statement = Statement.of(results, texts);
    staging.add("statement.md", statement::writeMarkdown);
    staging.add("statement.html", statement::writeHtml);
  }

  private void ends(Closing closing, List<RunRow> runs, Staging staging) {
    Map<Long, Instant> asOf = new TreeMap<>();
    runs.forEach(run -> asOf.put(run.run(), run.asOf()));
    Map<Ended.Way, Long> ways = new EnumMap<>(Ended.Way.class);
    staging.add(
        "closing.csv",
        path -> {
          ways.putAll(new EndsCsv(closing, asOf).write(new ClosingEnds(database, closing), path));
          return ways.values().stream().mapToLong(Long::longValue).sum();
        });
    text(
        staging,
        "closing.json",
        ClosingJson.text(closing, new EndStore(database).of(runs.get(runs.size() - 1)), ways));
  }

  private void runs(List<RunRow> runs, Staging staging) {
    Map<Long, OpenCounts> open = new TreeMap<>();
    for (RunRow run : runs) {
      open.put(run.run(), new OpenStore(database).of(run));
      text(
          staging,
          String.format(Locale.ROOT, "coverage/run-%03d.json", run.run()),
          Json.pretty(CoverageJson.of(new StoredResults(database, run.run()))));
    }
    text(staging, "runs.json", ClosingJson.runs(runs, open));
  }

  private static void text(Staging staging, String name, String text) {
    staging.add(
        name,
        path -> {
          Files.write(path, text.getBytes(StandardCharsets.UTF_8));
          return 1;
        });
  }

  private static void pack(Closing closing, Staging staging, Path part) throws IOException {
    String root = name(closing).replace(".zip", "/");
    try (FixedZip zip = FixedZip.create(part)) {
      for (OutputFile file : staging.files()) {
        try (InputStream bytes = Files.newInputStream(staging.path(file.file()))) {
          zip.add(root + file.file(), bytes);
        }
      }
    }
  }
}
