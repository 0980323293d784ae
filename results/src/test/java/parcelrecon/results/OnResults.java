package parcelrecon.results;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests on a results database of their own, which every kind of database passes: an H2 file here,
 * another kind where a subclass says so.
 */
public abstract class OnResults {

  @TempDir protected Path folder;

  protected ResultsSettings settings;
  protected ResultsDatabase database;

  /** A database that nobody has used. */
  protected ResultsSettings fresh() {
    return Runs.file(folder);
  }

  @BeforeEach
  void openDatabase() {
    settings = fresh();
    database = ResultsDatabase.open(settings);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  protected void openAgain() {
    database.close();
    database = ResultsDatabase.open(settings);
  }
}
