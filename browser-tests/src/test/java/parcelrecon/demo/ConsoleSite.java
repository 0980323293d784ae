package parcelrecon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.demo.site.SiteFolder;
import parcelrecon.demo.truth.ParcelTruth;

/** The site of the demo's incident, its broker running, with people who may sign in. */
final class ConsoleSite implements AutoCloseable {

  /** Everybody's, here. */
  static final String PASSWORD = "correct horse battery staple";

  static final String HASH = "{bcrypt}$2a$10$vS.GDD1uj3agZ7nurL5CB.VNI.JBB59T3/OZoW1fPP1ec8b/77T0C";

  private final DemoFolder folder;
  private final IncidentSite incident;
  private final SiteFolder site;

  private ConsoleSite(DemoFolder folder, IncidentSite incident) {
    this.folder = folder;
    this.incident = incident;
    this.site = new SiteFolder(folder.site());
  }

  static ConsoleSite make(Path path) throws IOException {
    DemoFolder folder = new DemoFolder(path);
    ConsoleSite made =
        new ConsoleSite(folder, IncidentSite.make(folder, DemoMain.SEED, step -> {}));
    Files.writeString(made.configuration(), users(), StandardOpenOption.APPEND);
    return made;
  }

  private static String users() {
    Stream<String> known =
        Stream.of("olga ops", "bei bpm", "fang finance", "ada approver", "adam admin");
    return Stream.concat(known, FiftyUsers.names().stream().map(name -> name + " ops"))
        .map(user -> user.split(" "))
        .map(
            user ->
                "    - { name: %s, password: \"%s\", roles: [%s] }\n"
                    .formatted(user[0], HASH, user[1]))
        .collect(Collectors.joining("", "\nconsole:\n  users:\n", ""));
  }

  Path configuration() {
    return site.configuration();
  }

  Path outputs() {
    return folder.outputs();
  }

  List<ParcelTruth> truth() {
    return incident.truth();
  }

  @Override
  public void close() {
    incident.close();
  }
}
