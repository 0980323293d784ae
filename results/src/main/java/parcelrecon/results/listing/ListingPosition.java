package parcelrecon.results.listing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import parcelrecon.model.Utf8Order;

/**
 * A place in the list, which is ordered by parcel id (UTF-8 bytes), kind's name, then group.
 *
 * @param kind a name; empty before the first of a parcel
 */
public record ListingPosition(String parcelId, String kind, String group)
    implements Comparable<ListingPosition> {

  private static final int TEXT_CHARACTERS_MAX = 8_000;

  private static final Comparator<ListingPosition> ORDER =
      Comparator.comparing(ListingPosition::parcelId, Utf8Order.COMPARATOR)
          .thenComparing(ListingPosition::kind)
          .thenComparing(ListingPosition::group, Utf8Order.COMPARATOR);

  @Override
  public int compareTo(ListingPosition other) {
    return ORDER.compare(this, other);
  }

  /** As one word of letters, digits, {@code -} and {@code _}, for an address. */
  public String text() {
    byte[] joined = String.join("\0", parcelId, kind, group).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
  }

  /** Empty when the text is none that {@link #text} gives. */
  public static Optional<ListingPosition> of(String text) {
    if (text.length() > TEXT_CHARACTERS_MAX) {
      return Optional.empty();
    }
    try {
      byte[] joined = Base64.getUrlDecoder().decode(text);
      String[] parts =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(joined))
              .toString()
              .split("\0", -1);
      return parts.length == 3
          ? Optional.of(new ListingPosition(parts[0], parts[1], parts[2]))
          : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
