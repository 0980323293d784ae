package parcelrecon.app.configuration;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.app.configuration.SourceSection.EventKeys;
import parcelrecon.job.Site.EventTypes;
import parcelrecon.model.SourceName;
import parcelrecon.source.SourceSettings;

/** The {@code sources} section: outbound always, the others where the site has them. */
record SourcesSection(Section section, ZoneId zone, String currency) {

  /** What the section says. */
  record Sources(Map<SourceName, SourceSettings> settings, EventTypes events) {
    static final Sources NONE =
        new Sources(Map.of(), new EventTypes("", Optional.empty(), List.of()));
  }

  Sources read() {
    Map<SourceName, SourceSettings> settings = new EnumMap<>(SourceName.class);
    section.required("outbound", "outbound: { csv: { files: outbound.csv } }");
    EventKeys events = EventKeys.NONE;
    for (SourceName name :
        List.of(
            SourceName.OUTBOUND,
            SourceName.PAYMENTS,
            SourceName.EVENTS,
            SourceName.ATTEMPTS,
            SourceName.STORES)) {
      Optional<Section> source = section.section(name.text());
      if (source.isPresent()) {
        EventKeys keys = name == SourceName.EVENTS ? eventKeys(source.get()) : EventKeys.NONE;
        settings.put(name, new SourceSection(name, source.get(), zone, currency, keys).read());
        events = name == SourceName.EVENTS ? keys : events;
      }
    }
    section.end();
    return new Sources(
        settings, new EventTypes(events.outbound(), events.reversal(), events.stillHere()));
  }

  private static EventKeys eventKeys(Section events) {
    EventKeys keys =
        new EventKeys(
            events.requiredText("outbound-type", "outbound-type: OUTBOUND_COMPLETED"),
            events.text("reversal-type"),
            events.value("still-here-types").map(Value::texts).orElse(List.of()),
            events.value("watched-groups").map(Value::texts).orElse(List.of()));
    if (!events.has("kafka")) {
      events.refuse(List.of("watched-groups"), "needs a live cluster: it is for kafka only");
    }
    return keys;
  }
}
