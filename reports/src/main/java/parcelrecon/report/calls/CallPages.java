package parcelrecon.report.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import parcelrecon.model.Store;
import parcelrecon.model.Utf8Order;
import parcelrecon.report.file.SortKey;
import parcelrecon.report.story.RunView;
import parcelrecon.results.CallStore;
import parcelrecon.results.CallStore.StoreCalls;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ParcelRow;

/**
 * The call list of a run page by page, in the order of the workbook's: by caller, area and store.
 * Holds a line for each store; what is said of parcels is made for one page at a time, of at most
 * {@value #PARCELS_MAX} parcels.
 */
public final class CallPages {

  /** How many parcels a page shows at most. */
  public static final int PARCELS_MAX = 60;

  private final List<StoreLine> stores;
  private final List<String> areas;

  /**
   * A store with parcels on the list.
   *
   * @param caller who calls it, from 1
   */
  public record StoreLine(Store store, int caller, StoreCalls calls) {}

  /**
   * Some parcels of a store, at most a page full: of a store with more, those that come next by
   * their ids.
   *
   * @param skip how many of its parcels come before
   */
  public record Part(StoreLine line, long skip, int parcels) {}

  private CallPages(List<StoreLine> stores) {
    this.stores = stores;
    Set<String> all = new LinkedHashSet<>();
    stores.forEach(line -> all.add(line.store().area()));
    this.areas = all.stream().sorted(Utf8Order.COMPARATOR).toList();
  }

  /**
   * @param calls the stores with parcels on the run's list
   */
  public static CallPages of(RunView view, List<StoreCalls> calls) {
    Map<String, Long> sizes = new HashMap<>();
    for (StoreCalls each : calls) {
      sizes.merge(CallerShares.share(view.store(each.storeId())), each.listed(), Long::sum);
    }
    Map<String, Integer> shares = CallerShares.of(view.run().options().callers(), sizes);
    return new CallPages(
        calls.stream()
            .map(each -> line(view.store(each.storeId()), shares, each))
            .sorted(
                Comparator.comparingInt(StoreLine::caller)
                    .thenComparing(line -> line.store().area(), Utf8Order.COMPARATOR)
                    .thenComparing(line -> line.store().storeId(), Utf8Order.COMPARATOR))
            .toList());
  }

  private static StoreLine line(Store store, Map<String, Integer> shares, StoreCalls calls) {
    return new StoreLine(store, shares.get(CallerShares.share(store)), calls);
  }

  /** In the order of the list. */
  public List<StoreLine> stores() {
    return stores;
  }

  /** The areas with a store on the list, in their order; one that is not known is empty. */
  public List<String> areas() {
    return areas;
  }

  /** The stores that fit, cut into pages. */
  public List<List<Part>> pages(Predicate<StoreLine> fits) {
    List<List<Part>> pages = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    int parcels = 0;
    for (StoreLine line : stores) {
      if (fits.test(line)) {
        for (Part part : parts(line)) {
          if (!open.isEmpty() && parcels + part.parcels() > PARCELS_MAX) {
            pages.add(List.copyOf(open));
            open.clear();
            parcels = 0;
          }
          open.add(part);
          parcels += part.parcels();
        }
      }
    }
    if (!open.isEmpty()) {
      pages.add(List.copyOf(open));
    }
    return pages;
  }

  private static List<Part> parts(StoreLine line) {
    List<Part> parts = new ArrayList<>();
    long listed = line.calls().listed();
    for (long skip = 0; skip < listed; skip += PARCELS_MAX) {
      parts.add(new Part(line, skip, (int) Math.min(PARCELS_MAX, listed - skip)));
    }
    return parts;
  }

  /** The calls of a part, the greatest amount due first. */
  public static List<StoreCall> calls(
      Part part, RunView view, CallStore store, ParcelLookup lookup) {
    List<String> ids =
        store.parcels(view.run().run(), part.line().store().storeId(), part.skip(), part.parcels());
    Map<String, ParcelRow> parcels = lookup.parcels(ids);
    return ids.stream()
        .flatMap(id -> StoreCall.of(view, parcels.get(id)).stream())
        .sorted(Comparator.comparing(CallPages::inStore))
        .toList();
  }

  private static SortKey inStore(StoreCall call) {
    return new SortKey().byDescending(call.amounts().dueMajor()).by(call.parcelId());
  }
}
