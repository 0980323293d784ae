package parcelrecon.app;

import java.util.function.Function;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.jdbc.RowNames;
import parcelrecon.source.jdbc.TableRows;

/** The table that datafixes change, in the database that pick-ups are read from. */
final class SiteTable {

  private SiteTable() {}

  /**
   * @param site with a datafix section
   * @throws ProblemException UNREACHABLE when pick-ups are not read from a database, or it does not
   *     answer
   */
  static <T> T with(SiteConfiguration site, Function<TableRows, T> use) {
    SourceSettings outbound = site.outbound();
    if (!(outbound.reader() instanceof Jdbc jdbc)) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              "sources.outbound",
              "pick-ups are read from " + outbound.reader().type() + ", not from a database",
              "How the rows are now is not known",
              "Configure sources.outbound.jdbc to have them looked at"));
    }
    DatafixSettings datafix = site.datafix().orElseThrow();
    RowNames names =
        new RowNames(
            datafix.table(),
            datafix.key(),
            datafix.columns().state(),
            datafix.columns().version(),
            datafix.columns().deadline());
    try (TableRows table = new TableRows(outbound, jdbc, names)) {
      return use.apply(table);
    }
  }
}
