package parcelrecon.datafix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.model.Outbound;
import parcelrecon.model.Utf8Order;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
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
    return DatafixTable.PARCEL.stream()
        .filter(row -> row.condition().fits().test(parcel))
        .map(row -> datafix(parcel, mainRow, row))
        .toList();
  }

  private List<Datafix> ofMismatch(Case parcel, Mismatch mismatch) {
    if (mismatch.proof() == Proof.NOT_DUE) {
      return List.of(datafix(parcel, mismatch, DatafixTable.NOT_DUE));
    }
    return DatafixTable.MISMATCH.stream()
        .filter(row -> row.isOn(mismatch.kind()) && row.condition().fits().test(parcel))
        .map(row -> datafix(parcel, mismatch, provenOrInvestigated(mismatch, row)))
        .toList();
  }

  /** What is not verified is looked into, before money moves or an event is sent again. */
  private static Decision provenOrInvestigated(Mismatch mismatch, Decision row) {
    boolean moves = isMoneyTask(row) || row.act().form() == Form.REPLAY;
    return moves && mismatch.proof() == Proof.UNVERIFIED
        ? DatafixTable.unverified(mismatch.kind())
        : row;
  }

  private Datafix datafix(Case parcel, Mismatch mismatch, Decision row) {
    Suggestion suggestion = row.act().suggestion();
    boolean movesMoney = !row.condition().kinds().isEmpty() && isMoneyTask(row);
    Mismatch.Amounts amounts = movesMoney ? mismatch.amounts() : Mismatch.Amounts.NONE;
    return new Datafix(
        suggestion,
        form(row.act().form(), parcel),
        mismatch.kind(),
        mismatch.group(),
        amounts.toCollectMinor() != null ? amounts.toCollectMinor() : amounts.toRefundMinor(),
        amounts.currency());
  }

  private static boolean isMoneyTask(Decision row) {
    return row.act().form() == Form.FINANCE_TASK
        && row.act().suggestion() != Suggestion.INVESTIGATE;
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
}
