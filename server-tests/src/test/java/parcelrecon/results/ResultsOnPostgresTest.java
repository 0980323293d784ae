package parcelrecon.results;

import org.junit.jupiter.api.Nested;

/** What every kind of results database has to do, on PostgreSQL. */
class ResultsOnPostgresTest {

  @Nested
  class OnAnswerStore extends AnswerStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnContextStore extends ContextStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnFirstFound extends FirstFoundTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnParcelLookup extends ParcelLookupTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnPartitionStore extends PartitionStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnPlanStore extends PlanStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnResultsDatabase extends ResultsDatabaseTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnRunStore extends RunStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnSettleStore extends SettleStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnSplitStore extends SplitStoreTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnStoredResults extends StoredResultsTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnStoredTotals extends StoredTotalsTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnTieOut extends TieOutTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnClocks extends ClocksTest {
    @Override
    ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }
}
