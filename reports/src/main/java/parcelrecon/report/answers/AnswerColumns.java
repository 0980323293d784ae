package parcelrecon.report.answers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parcelrecon.report.text.Texts;

/** Where the columns of a call list are, found by their headers in any language. */
public final class AnswerColumns {

  private static final Set<AnswerColumn> NEEDED =
      Set.of(
          AnswerColumn.PARCEL_ID, AnswerColumn.CONTACT, AnswerColumn.ANSWER, AnswerColumn.WHEN_WHO);

  private final Map<AnswerColumn, Integer> places;

  private AnswerColumns(Map<AnswerColumn, Integer> places) {
    this.places = places;
  }

  /**
   * Absent when the row is not the header of a call list.
   *
   * @param cells the texts of a row from its first column on; an empty cell is empty or null
   */
  public static Optional<AnswerColumns> find(List<String> cells) {
    for (Texts texts : Languages.ALL) {
      Map<AnswerColumn, Integer> places = new EnumMap<>(AnswerColumn.class);
      for (AnswerColumn column : AnswerColumn.values()) {
        int place = cells.indexOf(texts.text(column.textKey()));
        if (place >= 0) {
          places.put(column, place);
        }
      }
      if (places.keySet().containsAll(NEEDED)) {
        return Optional.of(new AnswerColumns(places));
      }
    }
    return Optional.empty();
  }

  /** The column's index from 0; absent when the list has lost it. */
  public OptionalInt indexOf(AnswerColumn column) {
    Integer place = places.get(column);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The text of the column in a row; empty when the row ends before, or has no such column. */
  String text(AnswerColumn column, List<String> cells) {
    Integer place = places.get(column);
    String text = place == null || place >= cells.size() ? null : cells.get(place);
    return text == null ? "" : text.strip();
  }
}
