package parcelrecon.report.datafix;

import java.util.HashMap;
import java.util.Map;
import parcelrecon.report.file.Staging;
import parcelrecon.report.file.TextFile;

/** A script and its rollback, written side by side: one statement each for every changed row. */
final class ScriptFile implements AutoCloseable {

  private final DatafixSettings site;
  private final H2Literals literals;
  private final ScriptTemplate fix;
  private final ScriptTemplate rollback;
  private final TextFile fixes;
  private final TextFile rollbacks;

  /**
   * @param number orders the scripts: 001
   * @param name names them: revert-outbound
   * @param template of the statements, for example {@code revert-outbound-keep-deadline}
   */
  ScriptFile(DatafixSettings site, Staging staging, String number, String name, String template) {
    this.site = site;
    this.literals = new H2Literals(site.zone());
    this.fix = ScriptTemplate.load(template);
    this.rollback = ScriptTemplate.load(template + ".rollback");
    String file = DatafixPackage.FOLDER + number + "-" + name;
    this.fixes = staging.begin(file + ".sql", head(fix));
    this.rollbacks = staging.begin(file + ".rollback.sql", head(rollback));
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
