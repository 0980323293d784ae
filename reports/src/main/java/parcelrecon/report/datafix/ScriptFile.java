package parcelrecon.report.datafix;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.report.file.Staging;
import parcelrecon.report.file.TextFile;
import parcelrecon.report.text.Texts;

/** A script and its rollback, written side by side: one statement each for every changed row. */
final class ScriptFile implements AutoCloseable {

  private final DatafixSettings site;
  private final H2Literals literals;
  private final ScriptTemplate fix;
  private final ScriptTemplate rollback;
  private final TextFile fixes;
  private final TextFile rollbacks;

  /**
   * @param texts of the comment at the top of each
   * @param name orders and names them: 001-revert-outbound
   * @param template of the statements, for example {@code revert-outbound-keep-deadline}
   */
  ScriptFile(DatafixSettings site, Texts texts, Staging staging, String name, String template) {
    this.site = site;
    this.literals = new H2Literals(site.zone());
    this.fix = ScriptTemplate.load(template);
    this.rollback = ScriptTemplate.load(template + ".rollback");
    String file = DatafixPackage.FOLDER + name;
    String comment = texts.text("script." + template);
    String backComment = texts.text("script.rollback", name + ".sql");
    this.fixes = staging.begin(file + ".sql", comment(comment) + head(fix));
    this.rollbacks = staging.begin(file + ".rollback.sql", comment(backComment) + head(rollback));
  }

  private static String comment(String text) {
    return text.lines().map(line -> "-- " + line + "\n").collect(Collectors.joining());
  }

  private String head(ScriptTemplate template) {
    return ScriptTemplate.fill(
        template.head(), names(), name -> literals.of(Map.of("zone", site.zone()).get(name)));
  }

  void add(Change change) {
    Map<String, Object> values = change.values();
    fixes.row(ScriptTemplate.fill(fix.row(), names(), name -> literals.of(values.get(name))));
    rollbacks.row(
        ScriptTemplate.fill(rollback.row(), names(), name -> literals.of(values.get(name))));
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    names.put("table", site.table());
    names.put("key", site.key());
    names.put("state", site.columns().state());
    names.put("version", site.columns().version());
    site.columns().deadline().ifPresent(deadline -> names.put("deadline", deadline));
    return names;
  }

  /** Adds both files to the package, unless no row is to be changed. */
  void addTo(Staging staging) {
    staging.add(fixes);
    staging.add(rollbacks);
  }

  @Override
  public void close() {
    fixes.close();
    rollbacks.close();
  }
}
