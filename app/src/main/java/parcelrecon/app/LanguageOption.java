package parcelrecon.app;

import java.util.Optional;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine.Option;

/** The language of the outputs. */
final class LanguageOption {

  @Option(
      names = "--lang",
      paramLabel = "en|zh-CN|zh-TW",
      description = "Language of the outputs; the configuration's where not given.")
  String language;

  /** Absent when not given, or when it is none of ours: then a problem is told. */
  Optional<String> read(Problems problems) {
    if (language == null || SiteConfiguration.LANGUAGES.contains(language)) {
      return Optional.ofNullable(language);
    }
    problems.add(
        ExitCode.USAGE,
        new Problem(
            "--lang",
            "unknown language \""
                + language
                + "\""
                + DidYouMean.question(language, SiteConfiguration.LANGUAGES),
            Problems.NOTHING_STARTED,
            "Give one of " + String.join(", ", SiteConfiguration.LANGUAGES)));
    return Optional.empty();
  }
}
