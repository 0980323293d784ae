package parcelrecon.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.app.configuration.Problems;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * The files a site begins with: a commented configuration, an incident, and the statements for each
 * database. Never replaces a file.
 */
final class NewSite {

  private static final List<String> DATABASES = List.of("postgresql", "mariadb", "h2");

  private static final List<String> STATEMENTS =
      List.of(
          "account.sql",
          "outbound.sql",
          "outbound_by_key.sql",
          "outbound_day_total.sql",
          "payments.sql",
          "payments_by_key.sql");

  /** Where a file is packed, by the name it gets. */
  private static final Map<String, String> FILES = files();

  private final Path folder;

  NewSite(Path folder) {
    this.folder = folder;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("recon.yaml", "/parcelrecon/app/init/recon.yaml");
    files.put("incidents/example.yaml", "/parcelrecon/app/init/incidents/example.yaml");
    for (String database : DATABASES) {
      for (String statement : STATEMENTS) {
        String name = database + "/" + statement;
        files.put("sql/" + name, "/site/" + name);
      }
    }
    return files;
  }

  /**
   * Writes all of them.
   *
   * @return their names, in order
   * @throws ProblemException USAGE when one of them is there already, UNREACHABLE when they cannot
   *     be written
   */
  List<String> write() {
    refuseToReplace();
    try {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              folder.toString(),
              "cannot be written (" + e + ")",
              "The site's files are not all there",
              "Check the folder and its permissions, remove what was written and repeat"),
          e);
    }
    return List.copyOf(FILES.keySet());
  }

  private void refuseToReplace() {
    List<String> there =
        FILES.keySet().stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    if (!there.isEmpty()) {
      String others = there.size() == 1 ? "" : " and " + (there.size() - 1) + " more of its files";
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              folder.resolve(there.get(0)).toString(),
              "is there already" + others,
              Problems.NOTHING_STARTED,
              "Name another folder, or move away what is there"));
    }
  }

  private static void write(Path file, String resource) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = NewSite.class.getResourceAsStream(resource)) {
      Files.copy(in, file);
    }
  }
}
