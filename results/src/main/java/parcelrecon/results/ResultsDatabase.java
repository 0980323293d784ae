package parcelrecon.results;

import javax.sql.DataSource;

/**
 * The results database of a site, opened for this process and migrated to this version's tables.
 */
public final class ResultsDatabase implements AutoCloseable {

  private final DataSource dataSource;

  private ResultsDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Opens and migrates it.
   *
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when it cannot be opened, or another
   *     process holds its file
   */
  public static ResultsDatabase open(ResultsSettings settings) {
    throw new UnsupportedOperationException(settings.toString());
  }

  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {}
}
