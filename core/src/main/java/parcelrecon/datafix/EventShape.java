package parcelrecon.datafix;

import java.util.Map;
import parcelrecon.model.ParcelEvent;

/** How a site's topic writes an event: its events are read the other way round. */
public interface EventShape {

  /**
   * An event as the site's own would stand in the topic. An id, a store or an amount is written
   * only where the site's events have one; a time as exactly as they tell it.
   *
   * @param currency of the amount
   */
  Written write(ParcelEvent event, String currency);

  /** What came of it. */
  sealed interface Written {}

  /**
   * A record of the topic.
   *
   * @param headers those that the site's events have
   * @param value a JSON object: texts, numbers and objects
   */
  record Sendable(String key, Map<String, String> headers, Map<String, Object> value)
      implements Written {}

  /**
   * The site's mapping does not say how to write it.
   *
   * @param column ours that cannot be written, or the site's field that must have a value
   */
  record Unwritable(String column) implements Written {}
}
