package parcelrecon.source.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parcelrecon.datafix.EventShape;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.mapping.EventColumns;
import parcelrecon.source.mapping.NotWritable;
import parcelrecon.source.mapping.RowMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of a site's events, from how the configuration reads them. Every event it writes is
 * read back in the same way first: what would come back as anything else is not written.
 */
public final class SiteEvents implements EventShape {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** A place in an array, or a name that looks like one. */
  private static final Pattern PLACE = Pattern.compile("-|[0-9]+");

  /** What is left out of a time where the site tells minutes only. */
  private static final Duration CUT_MAX = Duration.ofMinutes(1);

  private final EventColumns columns;
  private final RowMapping mapping;
  private final JsonFields fields;

  private SiteEvents(SourceSettings settings, Set<String> numbers) {
    this.columns = new EventColumns(settings, numbers);
    this.mapping = new RowMapping(settings);
    this.fields = new JsonFields(settings.name(), mapping.readColumns());
  }

  /**
   * Absent where events are not read as JSON: how a topic holds them is then not known.
   *
   * @param numbers our columns that the site's events hold as numbers, not as texts
   */
  public static Optional<EventShape> of(SourceSettings events, Set<String> numbers) {
    return events.reader().hasFields()
        ? Optional.of(new SiteEvents(events, numbers))
        : Optional.empty();
  }

  @Override
  public Written write(ParcelEvent event, String currency) {
    try {
      Sendable sendable = sendable(event, columns.of(event, currency));
      readBack(event, sendable);
      return sendable;
    } catch (NotWritable e) {
      return new Unwritable(e.column());
    }
  }

  /** A key that the site does not use is the parcel, so that a parcel's events stay in order. */
  private Sendable sendable(ParcelEvent event, Map<String, Object> row) {
    Object key = event.parcelId();
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, Object> value = new LinkedHashMap<>();
    for (Map.Entry<String, Object> column : row.entrySet()) {
      String field = column.getKey();
      if (field.equals(JsonFields.KEY)) {
        key = column.getValue();
      } else if (field.startsWith(JsonFields.HEADER)) {
        headers.put(field.substring(JsonFields.HEADER.length()), String.valueOf(column.getValue()));
      } else {
        put(value, field, column.getValue());
      }
    }
    return new Sendable(String.valueOf(key), headers, value);
  }

  private static void put(Map<String, Object> value, String pointer, Object content) {
    String[] names = pointer.substring(1).split("/", -1);
    Map<String, Object> object = value;
    for (int i = 0; i < names.length; i++) {
      String name = names[i].replace("~1", "/").replace("~0", "~");
      if (!pointer.startsWith("/") || PLACE.matcher(name).matches()) {
        throw new NotWritable(pointer);
      }
      object =
          i == names.length - 1 ? last(object, name, pointer, content) : in(object, name, pointer);
    }
  }

  private static Map<String, Object> last(
      Map<String, Object> object, String name, String pointer, Object content) {
    if (object.putIfAbsent(name, content) != null) {
      throw new NotWritable(pointer);
    }
    return object;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> in(Map<String, Object> object, String name, String pointer) {
    if (object.computeIfAbsent(name, absent -> new LinkedHashMap<>()) instanceof Map<?, ?> inner) {
      return (Map<String, Object>) inner;
    }
    throw new NotWritable(pointer);
  }

  private void readBack(ParcelEvent event, Sendable sendable) {
    String text = sent(MAPPER.writeValueAsString(sendable.value()));
    JsonNode body = JsonBody.of(text).node();
    ReadBack read = new ReadBack();
    mapping.map(
        new JsonRow(fields, body, sent(sendable.key()), sendable.headers(), text),
        event.ref(),
        read);
    same("parcel_id", event.parcelId(), read.event == null ? null : read.event.parcelId());
    same("type", event.type(), read.event.type());
    same("event_id", event.eventId(), read.event.eventId());
    same("store_id", event.storeId(), read.event.storeId());
    same("amount", event.amountMinor(), read.event.amountMinor());
    if (!isSameTime(event, read.event)) {
      throw new NotWritable("occurred_at");
    }
  }

  /** As it arrives: UTF-8 has no halves of characters. */
  private static String sent(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private void same(String column, Object written, Object read) {
    if (columns.has(column) && !Objects.equals(written, read)) {
      throw new NotWritable(column);
    }
  }

  private static boolean isSameTime(ParcelEvent written, ParcelEvent read) {
    if (written.occurredAt() == null || read.occurredAt() == null) {
      return written.occurredAt() == read.occurredAt();
    }
    Duration cut = Duration.between(read.occurredAt(), written.occurredAt());
    return !cut.isNegative() && cut.compareTo(CUT_MAX) < 0;
  }

  /** The event, or null when it would not be one. */
  private static final class ReadBack implements RecordSink {
    private ParcelEvent event;

    @Override
    public void accept(SourceRecord row) {
      event = (ParcelEvent) row;
    }

    @Override
    public void reject(Reject reject) {
      // None is told by the absent event.
    }

    @Override
    public void filter() {
      // As above.
    }
  }
}
