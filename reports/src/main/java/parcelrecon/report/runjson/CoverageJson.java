package parcelrecon.report.runjson;

import static parcelrecon.report.file.Json.object;

import java.util.Map;
import parcelrecon.results.RunResults;

/** What a run could see: the {@code sources} of its run.json, by themselves. */
public final class CoverageJson {

  private CoverageJson() {}

  public static Map<String, Object> of(RunResults results) {
    return object(
        "run", results.run().run(),
        "sources", results.sources().stream().map(SourceJson::of).toList());
  }
}
