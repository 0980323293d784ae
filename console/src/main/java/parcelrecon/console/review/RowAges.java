package parcelrecon.console.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import parcelrecon.due.Sla;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.review.Age;
import parcelrecon.results.review.Ages;
import parcelrecon.results.review.ReviewDecision;

/** How old the rows of a run's list are now. Asks the database for each. */
public final class RowAges {

  private static final Sla.Money NO_MONEY = new Sla.Money(null, null);

  private final Ages ages;

  public RowAges(ResultsDatabase database, RunRow run, Sla sla) {
    LocalDate today = LocalDate.ofInstant(Instant.now(), run.incident().window().zone());
    this.ages = new Ages(database, run, sla, today);
  }

  public Age of(ListedMismatch row) {
    ListedMismatch.Stake stake = row.stake();
    return ages.of(
        ReviewPlan.id(row),
        stake.minor().isPresent()
            ? new Sla.Money(stake.minor().getAsLong(), stake.currency())
            : NO_MONEY,
        Optional.ofNullable(row.review().decision()).map(ReviewDecision::valueOf));
  }
}
