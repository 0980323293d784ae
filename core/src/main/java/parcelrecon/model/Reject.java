package parcelrecon.model;

import java.util.Objects;

/**
 * A row that could not be read.
 *
 * @param parcelId null when it could not be read either
 * @param reason what was seen and what was expected, in English, for ops
 * @param row the row itself, cut to {@link #ROW_CHARACTERS_MAX} characters
 */
public record Reject(SourceName source, RecordRef ref, String parcelId, String reason, String row) {

  public static final int ROW_CHARACTERS_MAX = 500;

  public Reject {
    Objects.requireNonNull(source);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(reason);
    row = row.length() <= ROW_CHARACTERS_MAX ? row : row.substring(0, ROW_CHARACTERS_MAX);
  }
}
