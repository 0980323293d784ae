package parcelrecon.source.mapping;

import java.util.List;
import parcelrecon.model.Reject;
import parcelrecon.model.Store;

/**
 * The network's stores as the site lists them.
 *
 * @param stores each id once, in the order listed
 * @param rejects rows that could not be read, or list a store again otherwise
 */
public record StoreList(List<Store> stores, List<Reject> rejects) {

  public StoreList {
    stores = List.copyOf(stores);
    rejects = List.copyOf(rejects);
  }
}
