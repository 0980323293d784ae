package parcelrecon.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import parcelrecon.datafix.EventShape;
import parcelrecon.model.ParcelEvent;

/** The topic of a site whose events have an envelope, and amounts in TWD. */
public final class SampleEvents implements EventShape {

  @Override
  public Written write(ParcelEvent event, String currency) {
    if (!currency.equals("TWD")) {
      return new Unwritable("amount");
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("parcel", event.parcelId());
    data.put("store", event.storeId());
    data.put("amount", BigDecimal.valueOf(event.amountMinor(), 2));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("id", event.eventId());
    value.put("what", event.type());
    value.put("at", event.occurredAt().toString());
    value.put("data", data);
    return new Sendable(event.parcelId(), Map.of("source", "pos"), value);
  }
}
