package parcelrecon.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.RecordRef;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.Utf8Order;
import parcelrecon.outcome.Change;
import parcelrecon.rule.Mismatch;

/** What became of a parcel's mismatches from one run to another. */
final class MismatchChanges {

  private static final Comparator<DiffRow> BY_KIND_AND_GROUP =
      Comparator.comparing((DiffRow row) -> row.kind().name())
          .thenComparing(DiffRow::group, Utf8Order.COMPARATOR);

  private final RunSide before;
  private final RunSide after;
  private final EarlierFindings earlier;
  private byte[] previous;

  /**
   * @param start a key before all that is asked for
   */
  MismatchChanges(RunSide before, RunSide after, EarlierFindings earlier, byte[] start) {
    this.before = before;
    this.after = after;
    this.earlier = earlier;
    this.previous = start;
  }

  boolean hasEarlier() {
    return earlier.isAny();
  }

  /**
   * The rows of a parcel; none where no mismatch is open in either run. Parcels are asked for in
   * the order of their keys.
   *
   * @param unlistedBefore what the run before kept of a parcel about which it found nothing
   */
  List<DiffRow> of(
      PairedParcels.Pair pair,
      Optional<UnlistedParcel> unlistedBefore,
      Optional<UnlistedParcel> unlistedAfter) {
    List<DiffRow> rows = new ArrayList<>();
    pair.then()
        .ifPresent(
            then -> {
              HeldParcel held = new HeldParcel(before, then, after, pair.now(), unlistedAfter);
              then.open().forEach(mismatch -> rows.add(since(pair, mismatch, held)));
            });
    List<Mismatch> fresh =
        pair.now().map(StoredParcel::open).orElse(List.of()).stream()
            .filter(mismatch -> pair.then().filter(then -> then.isOpen(mismatch)).isEmpty())
            .toList();
    if (!fresh.isEmpty()) {
      List<HeldParcel> known =
          earlier.at(pair.key(), previous).stream()
              .map(
                  found ->
                      new HeldParcel(
                          found.run(), found.parcel(), before, pair.then(), unlistedBefore))
              .toList();
      fresh.forEach(
          mismatch -> rows.add(row(pair, mismatch, only(pair, mismatch, known), List.of())));
    }
    previous = pair.key();
    rows.sort(BY_KIND_AND_GROUP);
    return rows;
  }

  private static DiffRow since(PairedParcels.Pair pair, Mismatch mismatch, HeldParcel held) {
    Change change = held.change(mismatch);
    return row(
        pair, mismatch, change, change == Change.HEALED ? held.healers(mismatch) : List.of());
  }

  /** Of one open only after; the latest earlier run in which it was open decides. */
  private static Change only(PairedParcels.Pair pair, Mismatch mismatch, List<HeldParcel> earlier) {
    boolean wasClosed =
        pair.then().flatMap(parcel -> parcel.find(mismatch)).isPresent()
            || earlier.stream()
                .filter(held -> held.wasOpen(mismatch))
                .findFirst()
                .filter(held -> held.change(mismatch) == Change.HEALED)
                .isPresent();
    return wasClosed ? Change.REOPENED : Change.NEW;
  }

  private static DiffRow row(
      PairedParcels.Pair pair, Mismatch mismatch, Change change, List<RecordRef> healedBy) {
    return new DiffRow(
        mismatch.parcelId(),
        mismatch.kind(),
        mismatch.group(),
        change,
        pair.then().flatMap(parcel -> side(parcel, mismatch)),
        pair.now().flatMap(parcel -> side(parcel, mismatch)),
        healedBy);
  }

  private static Optional<DiffRow.Side> side(StoredParcel parcel, Mismatch mismatch) {
    return parcel.find(mismatch).map(found -> new DiffRow.Side(found, parcel.verdict()));
  }
}
