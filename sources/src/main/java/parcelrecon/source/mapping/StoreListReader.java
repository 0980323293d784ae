package parcelrecon.source.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.Store;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;

/** Reads a whole list of stores, which is small, into memory. */
public final class StoreListReader {

  private final RowFilter filter;
  private final Columns columns;
  private final SourceSettings settings;
  private final Map<String, Store> stores = new LinkedHashMap<>();
  private final List<Reject> rejects = new ArrayList<>();

  private StoreListReader(SourceSettings settings) {
    this.settings = settings;
    this.filter = new RowFilter(settings.mapping());
    this.columns = new Columns(settings);
  }

  /**
   * @param source of these settings; stays open
   */
  public static StoreList read(RowSource source, SourceSettings settings) {
    StoreListReader reader = new StoreListReader(settings);
    PlanRequest all = new PlanRequest(Window.all(settings.zone()), Long.MAX_VALUE);
    for (Split split : source.plan(all).splits()) {
      source.readRows(split, reader.new Stores());
    }
    return new StoreList(List.copyOf(reader.stores.values()), reader.rejects);
  }

  private final class Stores implements RowReceiver {

    @Override
    public void row(RawRow row, RecordRef ref, EventStamp stamp) {
      try {
        if (filter.wants(row)) {
          add(store(new RowReading(columns, row, ref, stamp, null)));
        }
      } catch (Unreadable e) {
        broken(row, ref, e.getMessage());
      }
    }

    @Override
    public void broken(RawRow row, RecordRef ref, String reason) {
      rejects.add(new Reject(settings.name(), ref, null, reason, row.text()));
    }

    private void add(Store store) {
      Store listed = stores.putIfAbsent(store.storeId(), store);
      if (listed != null && !listed.equals(store)) {
        throw Unreadable.value("store_id", store.storeId(), "is listed twice, with other columns");
      }
    }

    private Store store(RowReading row) {
      return new Store(
          row.required("store_id"),
          textOrEmpty(row, "name"),
          textOrEmpty(row, "area"),
          textOrEmpty(row, "supervisor"),
          textOrEmpty(row, "phone"));
    }

    private String textOrEmpty(RowReading row, String column) {
      String text = row.text(column);
      return text == null ? "" : text;
    }
  }
}
