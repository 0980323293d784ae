package parcelrecon.app.configuration;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.model.Incident;
import parcelrecon.model.Incident.Claim;
import parcelrecon.model.Incident.Phase;
import parcelrecon.model.Incident.Times;
import parcelrecon.model.Verdict;
import parcelrecon.problem.ExitCode;

/**
 * What an incident's YAML file says.
 *
 * @param id empty when it has none that can be used
 * @param title empty when none is given
 * @param market empty when none is given: the site's holds
 */
public record IncidentFile(
    String id,
    String title,
    String market,
    FileWindow window,
    Times times,
    List<Phase> phases,
    List<Claim> claims) {

  public static final String ID_FORM = "letters, digits, \".\", \"_\" and \"-\", at most 80";

  /** Its times stand in place of --from and --to. */
  private static final ExitCode BAD_TIME = ExitCode.USAGE;

  /**
   * @param zone of times without an offset
   * @return absent when the file is not there or no YAML
   */
  public static Optional<IncidentFile> read(
      Path file, ZoneId zone, Environment environment, Problems problems) {
    return new YamlFile(file, problems)
        .read()
        .map(
            tree -> {
              Path base = file.toAbsolutePath().normalize().getParent();
              Placeholders placeholders = new Placeholders(base, environment, new Secrets());
              Reading reading = new Reading(file.toString(), base, placeholders, problems);
              return read(new Section(reading, "", tree), zone);
            });
  }

  private static IncidentFile read(Section root, ZoneId zone) {
    IncidentFile file =
        new IncidentFile(
            root.required("id", "id: 2022-04-13-kafka").flatMap(IncidentFile::id).orElse(""),
            root.text("title").orElse(""),
            root.text("market").orElse(""),
            new FileWindow(root.section("window"), zone),
            root.section("times").map(times -> times(times, zone)).orElse(Times.UNKNOWN),
            sections(root, "phases", phase -> phase(phase, zone)),
            sections(root, "claims", claim -> claim(claim, zone)));
    root.end();
    return file;
  }

  private static Optional<String> id(Value value) {
    return value.parsed(
        text -> Incident.isId(text) ? text : null,
        "cannot name a folder, expected " + ID_FORM,
        "Shorten it");
  }

  private static Times times(Section section, ZoneId zone) {
    Function<String, Optional<Instant>> time =
        key -> section.value(key).flatMap(value -> value.instant(zone, BAD_TIME));
    Times times =
        new Times(
            time.apply("happened"),
            time.apply("noticed"),
            time.apply("restarted"),
            time.apply("recovered"));
    section.end();
    return times;
  }

  private static <T> List<T> sections(
      Section root, String key, Function<Section, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    root.value(key)
        .ifPresent(
            value ->
                value.items().forEach(item -> item.section().flatMap(read).ifPresent(all::add)));
    return all;
  }

  private static Optional<Phase> phase(Section section, ZoneId zone) {
    String name = section.requiredText("name", "name: cluster down");
    Optional<Instant> from = requiredTime(section, "from", zone);
    Optional<Instant> to = requiredTime(section, "to", zone);
    boolean counterFailing = isMarked(section, "counter", "failing");
    boolean eventsOff = isMarked(section, "events", "off");
    String label = section.text("label").orElse(name);
    section.end();
    return inOrder(section, section.path(), from, to)
        ? Optional.of(
            new Phase(name, label, from.orElseThrow(), to.orElseThrow(), counterFailing, eventsOff))
        : Optional.empty();
  }

  private static boolean isMarked(Section section, String key, String mark) {
    return section.value(key).flatMap(value -> value.oneOf(Map.of(mark, true))).isPresent();
  }

  private static Optional<Instant> requiredTime(Section section, String key, ZoneId zone) {
    return section
        .required(key, key + ": 2022-04-13T19:33")
        .flatMap(value -> value.instant(zone, BAD_TIME));
  }

  /** Whether both times are there and in order. */
  private static boolean inOrder(
      Section section, String path, Optional<Instant> from, Optional<Instant> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    boolean inOrder = from.get().isBefore(to.get());
    if (!inOrder) {
      section.problem(
          BAD_TIME, path + " ends before it begins, or has no length", "Correct its times");
    }
    return inOrder;
  }

  private static Optional<Claim> claim(Section section, ZoneId zone) {
    Map<String, Verdict> verdicts =
        EnumSet.allOf(Verdict.class).stream().collect(Collectors.toMap(Verdict::name, v -> v));
    Claim claim =
        new Claim(
            section.requiredText("said", "said: \"only a display problem\""),
            section.value("at").flatMap(value -> value.instant(zone, BAD_TIME)),
            section
                .required("true-when", "true-when: [HANDED_OVER]")
                .map(Value::items)
                .orElse(List.of())
                .stream()
                .flatMap(item -> item.oneOf(verdicts).stream())
                .toList());
    section.end();
    return Optional.of(claim);
  }
}
