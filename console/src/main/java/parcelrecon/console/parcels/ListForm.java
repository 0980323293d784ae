package parcelrecon.console.parcels;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPosition;

/**
 * What the address of the list asks for; null or empty where it asks for nothing. What means
 * nothing is told by {@link NotUnderstood}, it is never passed over.
 *
 * @param id what parcels' ids begin with
 * @param about a class of mismatches
 * @param verdict {@link #NONE}: without one
 * @param phase a position in the incident's list; {@link #NONE}: in none
 * @param decision {@link #OPEN}: none yet
 * @param due {@link #OVERDUE}: those that should have been decided by now
 * @param amount at least at stake, as people write it
 * @param after a position
 * @param before a position
 */
record ListForm(
    String id,
    String store,
    String kind,
    String about,
    String verdict,
    String phase,
    String standing,
    String decision,
    String assignee,
    String due,
    String amount,
    String after,
    String before) {

  static final String NONE = "NONE";
  static final String OPEN = "OPEN";
  static final String OVERDUE = "OVERDUE";

  private static final int TEXT_CHARACTERS_MAX = 500;

  /**
   * @param decimals of the currency that amounts are written in
   */
  ListingFilter filter(int decimals) {
    Map<Facet, String> values = new EnumMap<>(Facet.class);
    put(values, Facet.STORE, store);
    put(values, Facet.KIND, kind);
    put(values, Facet.CLASS, about);
    put(values, Facet.VERDICT, verdict);
    put(values, Facet.PHASE, phase);
    put(values, Facet.STANDING, standing);
    return new ListingFilter(
        text(id),
        values,
        text(decision).isEmpty()
            ? Optional.empty()
            : Optional.of(decision.equals(OPEN) ? "" : text(decision)),
        text(assignee).isEmpty() ? Optional.empty() : Optional.of(text(assignee)),
        isAmountWrong() || text(amount).isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(minor(decimals)));
  }

  private static void put(Map<Facet, String> values, Facet facet, String given) {
    String value = text(given);
    if (!value.isEmpty()) {
      values.put(facet, value.equals(NONE) ? "" : value);
    }
  }

  static String text(String given) {
    String text = given == null ? "" : given.strip();
    return text.length() <= TEXT_CHARACTERS_MAX ? text : text.substring(0, TEXT_CHARACTERS_MAX);
  }

  /** Whether the amount is none. */
  public boolean isAmountWrong() {
    return !plainAmount().isEmpty() && !plainAmount().matches("\\d{1,12}(\\.\\d{1,4})?");
  }

  boolean isOfOverdue() {
    return OVERDUE.equals(due);
  }

  /** Without the commas that group digits. */
  private String plainAmount() {
    return text(amount).replace(",", "");
  }

  private long minor(int decimals) {
    return new BigDecimal(plainAmount())
        .movePointRight(decimals)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  Optional<ListingPosition> afterPosition() {
    return Optional.ofNullable(after).flatMap(ListingPosition::of);
  }

  Optional<ListingPosition> beforePosition() {
    return Optional.ofNullable(before).flatMap(ListingPosition::of);
  }

  /** Whether anything is asked for, but a page. */
  boolean isFiltered() {
    return !query().isEmpty();
  }

  /** The filter as the part of an address behind {@code ?}; empty without any. */
  String query() {
    return fields().entrySet().stream()
        .filter(field -> !text(field.getValue()).isEmpty())
        .map(field -> pair(field.getKey(), text(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  /** As {@link #query}, with a page. */
  String query(String direction, ListingPosition position) {
    String page = pair(direction, position.text());
    return isFiltered() ? query() + "&" + page : page;
  }

  private static String pair(String name, String value) {
    return name + "=" + UriUtils.encode(value, "UTF-8");
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("store", store);
    fields.put("kind", kind);
    fields.put("about", about);
    fields.put("verdict", verdict);
    fields.put("phase", phase);
    fields.put("standing", standing);
    fields.put("decision", decision);
    fields.put("assignee", assignee);
    fields.put("due", due);
    fields.put("amount", amount);
    return fields;
  }
}
