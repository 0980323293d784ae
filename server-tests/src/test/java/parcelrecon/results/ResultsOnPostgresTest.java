package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.results.audit.AuditChain;
import parcelrecon.results.audit.AuditCheck;
import parcelrecon.results.audit.AuditLogTest;
import parcelrecon.results.audit.AuditStoreTest;
import parcelrecon.results.closing.ClosingStoreTest;
import parcelrecon.results.listing.ListingSearchTest;
import parcelrecon.results.review.AgesTest;
import parcelrecon.results.review.CarryOverTest;
import parcelrecon.results.review.ReviewStoreTest;
import parcelrecon.results.telling.TellingStoreTest;

/** What every kind of results database has to do, on PostgreSQL. */
class ResultsOnPostgresTest {

  @Nested
  class OnAgreedClock extends AgreedClockTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnAnswerStore extends AnswerStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnAuditLog extends AuditLogTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnAuditStore extends AuditStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }

    @Override
    protected void tamper(String statement) {
      super.tamper("alter table audit_entry disable trigger user");
      super.tamper(statement);
      super.tamper("alter table audit_entry enable trigger user");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "update audit_entry set actor = 'x'",
          "delete from audit_entry",
          "truncate audit_entry"
        })
    void database_refuses_whenAnEntryIsToBeChanged(String statement) {
      assertThatExceptionOfType(JdbiException.class)
          .isThrownBy(() -> super.tamper(statement))
          .withMessageContaining("entries of the audit are never changed");
    }

    @Test
    void chain_fits_whenSeveralHaveTheDatabaseOpenAndWriteAtOnce() throws Exception {
      try (ResultsDatabase another = ResultsDatabase.open(settings)) {
        writeAtOnce(List.of(database, another));
      }
      AuditCheck check = new AuditChain(database).verify();
      assertThat(check.misfit()).isEmpty();
      assertThat(check.head().number()).isEqualTo(480);
    }
  }

  @Nested
  class OnContextStore extends ContextStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnFirstFound extends FirstFoundTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnRunDiff extends RunDiffTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnListing extends ListingTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnListingSearch extends ListingSearchTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnListingSize extends ListingSizeTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }

    @Override
    protected String toBytes() {
      return "convert_to(";
    }

    @Override
    protected String encoding() {
      return ", 'UTF8'";
    }

    @Override
    protected long scanned(String plan) {
      return PostgresPlan.scannedRows(plan);
    }
  }

  @Nested
  class OnRetentionStore extends RetentionStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnRunList extends RunListTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }

    @Override
    protected long scanned(String plan) {
      return PostgresPlan.scannedRows(plan);
    }
  }

  @Nested
  class OnParcelLookup extends ParcelLookupTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnPartitionStore extends PartitionStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnPlanStore extends PlanStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnResultsDatabase extends ResultsDatabaseTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnRunStore extends RunStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnSettleStore extends SettleStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnSplitStore extends SplitStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnStoredResults extends StoredResultsTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnStoredTotals extends StoredTotalsTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnTieOut extends TieOutTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnCallStore extends CallStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnClocks extends ClocksTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnReviewStore extends ReviewStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnCarryOver extends CarryOverTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnAges extends AgesTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnTellingStore extends TellingStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnIncidentEnds extends IncidentEndsTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }

  @Nested
  class OnClosings extends ClosingStoreTest {
    @Override
    protected ResultsSettings fresh() {
      return PostgresResults.fresh();
    }
  }
}
