package parcelrecon.demo.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.story.Parcel;
import parcelrecon.demo.story.StoreReply;

/** Tells the truth about a day, parcel by parcel. */
public final class Truth {

  private static final String CURRENCY = "TWD";

  private final TruthTable table = new TruthTable();

  private Truth() {}

  /** Every parcel the incident touched, in the order of ids; all others have nothing to tell. */
  public static List<ParcelTruth> of(IncidentDay day) {
    Truth truth = new Truth();
    return day.parcels().stream()
        .map(truth::of)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(ParcelTruth::parcelId))
        .toList();
  }

  private Optional<ParcelTruth> of(Parcel parcel) {
    Row row = table.of(parcel.story());
    if (!row.touched || !Circumstances.during(parcel)) {
      return Optional.empty();
    }
    List<Told> told = told(parcel, row);
    StoreReply reply = parcel.reply();
    Finding answered = reply.tells() ? row.answered : row.found;
    return Optional.of(
        new ParcelTruth(
            parcel.id(),
            parcel.story(),
            Circumstances.atTheEdge(parcel),
            told,
            withCircumstances(row.found, parcel, told),
            reply,
            withCircumstances(answered, parcel, told)));
  }

  private static List<Told> told(Parcel parcel, Row row) {
    List<Told> told = new ArrayList<>();
    for (Row.Line line : row.lines) {
      told.add(told(parcel, row, line));
    }
    for (Kind kind : Circumstances.ofEvents(parcel, row.sending)) {
      String group = kind == Kind.EVENT_NOT_CONSUMED ? IncidentDay.STALLED_GROUP : "";
      told.add(new Told(kind, row.legible, group, Told.Money.NONE, ""));
    }
    told.sort(Comparator.comparing(one -> one.kind().name()));
    return List.copyOf(told);
  }

  private static Told told(Parcel parcel, Row row, Row.Line line) {
    Evidence evidence = line.evidence() == Evidence.NOT_DUE ? Evidence.NOT_DUE : row.legible;
    Told.Money money = line.kind().statesMoney() ? money(parcel, row, line) : Told.Money.NONE;
    return new Told(line.kind(), evidence, "", money, line.reason());
  }

  private static Told.Money money(Parcel parcel, Row row, Row.Line line) {
    Long toCollect = line.toCollect() == null ? null : line.toCollect().applyAsLong(parcel);
    Long toRefund = line.toRefund() == null ? null : line.toRefund().applyAsLong(parcel);
    Long due = row.recorded ? parcel.dueMinor() : null;
    return new Told.Money(CURRENCY, due, row.paid.applyAsLong(parcel), toCollect, toRefund);
  }

  /** What events and payouts add to the story's remedies. */
  private static Finding withCircumstances(Finding finding, Parcel parcel, List<Told> told) {
    Set<Remedy> remedies = EnumSet.noneOf(Remedy.class);
    remedies.addAll(finding.remedies());
    boolean reverted = remedies.contains(Remedy.REVERT_OUTBOUND);
    if (reverted && parcel.fate().gotOut()) {
      remedies.add(Remedy.SEND_REVERSAL);
    }
    if (reverted && !parcel.sellerPaidOut()) {
      remedies.add(Remedy.HOLD_PAYOUT);
    }
    for (Told one : told) {
      ofEvent(one, reverted).ifPresent(remedies::add);
    }
    return new Finding(finding.whereabouts(), remedies);
  }

  private static Optional<Remedy> ofEvent(Told told, boolean reverted) {
    if (told.kind() == Kind.EVENT_MISSING) {
      return ofMissingEvent(told, reverted);
    }
    if (told.kind() == Kind.REVERSAL_NOT_TOLD) {
      return Optional.of(Remedy.SEND_REVERSAL);
    }
    return told.kind() == Kind.EVENT_NOT_CONSUMED
        ? Optional.of(Remedy.RESUME_CONSUMER)
        : Optional.empty();
  }

  private static Optional<Remedy> ofMissingEvent(Told told, boolean reverted) {
    if (reverted) {
      return Optional.empty();
    }
    return Optional.of(
        told.evidence() == Evidence.CONFIRMED ? Remedy.REPLAY_EVENT : Remedy.INVESTIGATE);
  }
}
