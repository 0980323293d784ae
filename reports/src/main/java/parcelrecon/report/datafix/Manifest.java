package parcelrecon.report.datafix;

import static parcelrecon.report.file.Json.object;

import java.util.List;
import java.util.Map;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;

/**
 * manifest.json: what the package holds, and for which incident it was made. Its own {@code sha256}
 * is that of the manifest's other keys on one line, as {@link Json#line} writes them.
 */
final class Manifest {

  private Manifest() {}

  static String of(RunResults results, List<OutputFile> files, Sums sums) {
    RunRow run = results.run();
    Map<String, Object> manifest =
        object(
            "incident", run.incident().id(),
            "asOf", Json.time(run.asOf()),
            "configuration", object("sha256", run.configuration().sha256()),
            "sums", sums.content(),
            "files", files.stream().map(Manifest::file).toList());
    manifest.put("sha256", Sha256.of(Json.line(manifest)));
    return Json.pretty(manifest);
  }

  private static Map<String, Object> file(OutputFile file) {
    return object("file", file.file(), "rows", file.rows(), "sha256", file.sha256());
  }
}
