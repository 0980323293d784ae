package parcelrecon.results.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.ParcelRows;
import parcelrecon.results.ResultsDatabase;

/** All that a filter leaves of a run's list, to be written to a file. Memory: its positions. */
public final class ListingSelection {

  private static final int BATCH_PARCELS = 200;

  private final ParcelLookup lookup;
  private final Set<ListingPosition> rows;
  private final List<String> parcelIds;

  private ListingSelection(ParcelLookup lookup, List<ListingPosition> positions) {
    this.lookup = lookup;
    this.rows = new HashSet<>(positions);
    this.parcelIds =
        List.copyOf(
            new LinkedHashSet<>(positions.stream().map(ListingPosition::parcelId).toList()));
  }

  /**
   * @param run one that is listed
   * @return empty when there are more than so many rows
   */
  public static Optional<ListingSelection> of(
      ResultsDatabase database, long run, ListingFilter filter, int rowsMax) {
    return new ListingSearch(database, run)
        .all(filter, rowsMax)
        .map(positions -> new ListingSelection(new ParcelLookup(database, run), positions));
  }

  /** The parcels with all that was found of them. */
  public ParcelRows parcels() {
    return this::forEachParcel;
  }

  /** The parcels with only those of their mismatches that fit. */
  public ParcelRows mismatches() {
    return each -> forEachParcel(parcel -> each.accept(fitting(parcel)));
  }

  private void forEachParcel(Consumer<ParcelRow> each) {
    for (int from = 0; from < parcelIds.size(); from += BATCH_PARCELS) {
      List<String> batch =
          parcelIds.subList(from, Math.min(parcelIds.size(), from + BATCH_PARCELS));
      Map<String, ParcelRow> found = lookup.parcels(batch);
      batch.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(each));
    }
  }

  private ParcelRow fitting(ParcelRow parcel) {
    List<MismatchRow> fitting = new ArrayList<>(parcel.mismatches());
    fitting.removeIf(row -> !rows.contains(position(row)));
    return new ParcelRow(
        parcel.evidence(),
        parcel.standing(),
        parcel.verdict(),
        parcel.storeId(),
        fitting,
        parcel.datafixes());
  }

  private static ListingPosition position(MismatchRow row) {
    return new ListingPosition(
        row.mismatch().parcelId(), row.mismatch().kind().name(), row.mismatch().group());
  }
}
