package parcelrecon.results;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parcelrecon.results.packages.PackageDecisionsTest;
import parcelrecon.results.packages.PackageStoreTest;

/** Packages on PostgreSQL, also where several processes have it open. */
class PackagesOnPostgresTest {

  @Nested
  class OnPackageStore extends PackageStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnPackageDecisions extends PackageDecisionsTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }

    @Test
    void oneApproverWins_whenManyApproveAtOnceWithTheDatabaseOpenTwice() throws Exception {
      try (ResultsDatabase another = ResultsDatabase.open(settings)) {
        assertOneWins(List.of(database, another));
      }
    }
  }
}
