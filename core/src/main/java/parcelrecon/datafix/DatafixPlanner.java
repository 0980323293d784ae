package parcelrecon.datafix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.datafix.DatafixTable.MismatchRow;
import parcelrecon.datafix.DatafixTable.ParcelRow;
import parcelrecon.model.Outbound;
import parcelrecon.model.Utf8Order;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.Proof;

/**
 * Decides, from verdict and mismatches, what would put a parcel right: the rows of {@link
 * DatafixTable} that fit, each standing on the mismatch it is shown with. Pure, and safe for
 * threads.
 */
public final class DatafixPlanner {

  private static final Comparator<Datafix> ORDER =
      Comparator.comparing(Datafix::suggestion)
          .thenComparing(datafix -> datafix.standsOn().name(), Utf8Order.COMPARATOR)
          .thenComparing(Datafix::group, Utf8Order.COMPARATOR);

  private final Instant asOf;
  private final boolean outboundsInTable;
  private final boolean eventsComplete;

  /**
   * @param outboundsInTable whether there is a table a statement could change
   * @param eventsComplete whether an event not seen is provably missing
   */
  public DatafixPlanner(Instant asOf, boolean outboundsInTable, boolean eventsComplete) {
    this.asOf = asOf;
    this.outboundsInTable = outboundsInTable;
    this.eventsComplete = eventsComplete;
  }

  /** The parcel's suggestions, ordered by suggestion, then by the mismatch each stands on. */
  public List<Datafix> plan(Judgement judgement) {
    Case parcel = new Case(judgement, asOf, eventsComplete);
    List<Datafix> plan = new ArrayList<>();
    judgement.mainRow().ifPresent(row -> plan.addAll(ofParcel(parcel, row)));
    judgement.mismatches().forEach(mismatch -> plan.addAll(ofMismatch(parcel, mismatch)));
    return plan.stream().sorted(ORDER).toList();
  }

  private List<Datafix> ofParcel(Case parcel, Mismatch mainRow) {
    List<Datafix> plan = new ArrayList<>();
    for (ParcelRow row : DatafixTable.PARCEL) {
      if (row.when().test(parcel)) {
        plan.add(standingOn(mainRow, row.suggestion(), form(row.form(), parcel)));
      }
    }
    return plan;
  }

  private List<Datafix> ofMismatch(Case parcel, Mismatch mismatch) {
    if (mismatch.proof() == Proof.NOT_DUE) {
      return List.of(standingOn(mismatch, Suggestion.WAIT, Form.NOTE));
    }
    List<Datafix> plan = new ArrayList<>();
    for (MismatchRow row : DatafixTable.MISMATCH) {
      if (row.kinds().contains(mismatch.kind()) && row.when().test(parcel)) {
        plan.add(provenOrInvestigated(parcel, mismatch, row));
      }
    }
    return plan;
  }

  /** What is not verified is looked into, before money moves or an event is sent again. */
  private Datafix provenOrInvestigated(Case parcel, Mismatch mismatch, MismatchRow row) {
    Form form = form(row.form(), parcel);
    boolean movesMoney = form == Form.FINANCE_TASK;
    if (row.suggestion() == Suggestion.INVESTIGATE
        || mismatch.proof() == Proof.UNVERIFIED && (movesMoney || form == Form.REPLAY)) {
      return standingOn(mismatch, Suggestion.INVESTIGATE, taskFor(mismatch));
    }
    return movesMoney
        ? moneyTask(mismatch, row.suggestion())
        : standingOn(mismatch, row.suggestion(), form);
  }

  /** Without a table or a key there is nothing a statement could change: a person does it. */
  private Form form(Form wanted, Case parcel) {
    boolean changeable =
        outboundsInTable
            && parcel
                .judgement()
                .evidence()
                .pickUp()
                .or(parcel::onlyOutbound)
                .map(Outbound::outboundId)
                .isPresent();
    return wanted == Form.SQL && !changeable ? Form.OPS_TASK : wanted;
  }

  private static Form taskFor(Mismatch mismatch) {
    return mismatch.kind().mismatchClass() == MismatchClass.MONEY
        ? Form.FINANCE_TASK
        : Form.OPS_TASK;
  }

  private static Datafix moneyTask(Mismatch mismatch, Suggestion suggestion) {
    Mismatch.Amounts amounts = mismatch.amounts();
    Long amountMinor =
        amounts.toCollectMinor() != null ? amounts.toCollectMinor() : amounts.toRefundMinor();
    return new Datafix(
        suggestion,
        Form.FINANCE_TASK,
        mismatch.kind(),
        mismatch.group(),
        amountMinor,
        amounts.currency());
  }

  private static Datafix standingOn(Mismatch mismatch, Suggestion suggestion, Form form) {
    return new Datafix(suggestion, form, mismatch.kind(), mismatch.group(), null, null);
  }
}
