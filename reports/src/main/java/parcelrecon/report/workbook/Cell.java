package parcelrecon.report.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parcelrecon.report.text.Texts;

/** What one cell shows. {@link CellPen} gives it its type in the file, its format and its style. */
sealed interface Cell {

  Cell BLANK = new Blank();

  /** Nothing. */
  record Blank() implements Cell {}

  /** Text, ids among it. */
  record Text(String text) implements Cell {}

  record Whole(long number) implements Cell {}

  /** A part of a whole; a half is 0.5 and shown as 50.0 %. */
  record Share(double part) implements Cell {}

  record Money(long minor, String currency) implements Cell {}

  /** A date with a time of day to the second, in the incident's zone. */
  record Time(Instant instant) implements Cell {}

  /** As {@link Time}, to the millisecond. */
  record Moment(Instant instant) implements Cell {}

  record Day(LocalDate day) implements Cell {}

  /**
   * A formula of ours; never of data.
   *
   * @param shown what it gives now, and the format
   */
  record Formula(String formula, Cell shown) implements Cell {}

  static Cell text(String text) {
    return text == null || text.isEmpty() ? BLANK : new Text(text);
  }

  static Cell whole(Long number) {
    return number == null ? BLANK : new Whole(number);
  }

  static Cell share(long part, long whole) {
    return whole == 0 ? BLANK : new Share((double) part / whole);
  }

  static Cell money(Long minor, String currency) {
    return minor == null ? BLANK : new Money(minor, currency);
  }

  /** A number where there is one currency; a text where there are several: they are not added. */
  static Cell money(Map<String, Long> minorByCurrency, Texts texts) {
    if (minorByCurrency.size() != 1) {
      return minorByCurrency.isEmpty() ? BLANK : new Text(lines(minorByCurrency, texts));
    }
    Map.Entry<String, Long> only = minorByCurrency.entrySet().iterator().next();
    return new Money(only.getValue(), only.getKey());
  }

  private static String lines(Map<String, Long> minorByCurrency, Texts texts) {
    return new TreeMap<>(minorByCurrency)
        .entrySet().stream()
            .map(each -> texts.money(each.getValue(), each.getKey()))
            .collect(Collectors.joining("\n"));
  }

  static Cell time(Instant instant) {
    return instant == null ? BLANK : new Time(instant);
  }

  static Cell moment(Instant instant) {
    return instant == null ? BLANK : new Moment(instant);
  }

  static Cell day(LocalDate day) {
    return day == null ? BLANK : new Day(day);
  }
}
