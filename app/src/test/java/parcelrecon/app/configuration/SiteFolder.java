package parcelrecon.app.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** A folder with a site's files, as a user has it. */
public final class SiteFolder {

  /** The smallest configuration without a problem. */
  public static final String SMALLEST =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          csv: { files: outbound.csv }
      """;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  public SiteFolder(Path folder) {
    this.folder = folder;
  }

  public SiteFolder with(String file, String content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SiteFolder env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Path path(String file) {
    return folder.resolve(file);
  }

  Environment environment() {
    return name -> Optional.ofNullable(environment.get(name));
  }

  /** The configuration, which must have no problem. */
  SiteConfiguration read(String yaml) {
    with("recon.yaml", yaml);
    Problems problems = new Problems();
    Optional<SiteConfiguration> site = SiteFile.read(path("recon.yaml"), environment(), problems);
    problems.throwIfAny();
    return site.orElseThrow();
  }

  /** What is wrong with the configuration, a text per problem, the folder cut off. */
  List<String> problems(String yaml) {
    try {
      read(yaml);
      return List.of();
    } catch (ProblemException e) {
      return e.problems().stream().map(this::text).toList();
    }
  }

  ExitCode exitCode(String yaml) {
    try {
      read(yaml);
      return ExitCode.DONE;
    } catch (ProblemException e) {
      return e.exitCode();
    }
  }

  String text(Problem problem) {
    return problem.text().replace(folder + "/", "");
  }
}
