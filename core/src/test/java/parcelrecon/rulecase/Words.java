package parcelrecon.rulecase;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parcelrecon.model.Currencies;
import parcelrecon.model.Moment;

/**
 * One line of a case: plain words first, then {@code key=value}; a key not asked for is an error.
 */
final class Words {

  static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
  private static final LocalDate DAY = LocalDate.of(2022, 4, 13);

  private final String line;
  private final List<String> plain;
  private final Map<String, String> keyed = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  Words(String line) {
    this.line = line;
    List<String> words = Arrays.asList(line.trim().split("\\s+"));
    this.plain = words.stream().filter(word -> !word.contains("=")).toList();
    words.stream()
        .filter(word -> word.contains("="))
        .map(word -> word.split("=", 2))
        .forEach(pair -> keyed.put(pair[0], pair[1]));
  }

  List<String> plain() {
    return plain;
  }

  Map<String, String> keyed() {
    return keyed;
  }

  String plain(int index) {
    if (index >= plain.size()) {
      throw new IllegalArgumentException("word " + (index + 1) + " is missing in: " + line);
    }
    return plain.get(index);
  }

  /** Null when the key is not there. */
  String text(String key) {
    asked.add(key);
    return keyed.get(key);
  }

  String text(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  Instant time(String key) {
    String text = text(key);
    return text == null ? null : instant(text);
  }

  /** {@code day:14} is the whole local day, anything else an instant. */
  Moment moment(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    if (!text.startsWith("day:")) {
      return Moment.at(instant(text));
    }
    LocalDate day = DAY.withDayOfMonth(Integer.parseInt(text.substring(4)));
    return new Moment(
        day.atStartOfDay(ZONE).toInstant(), day.plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  Long amount(String key, String currency) {
    String text = text(key);
    return text == null ? null : (Long) minor(text, currency);
  }

  Long number(String key) {
    String text = text(key);
    return text == null ? null : Long.valueOf(text);
  }

  void end() {
    if (!asked.containsAll(keyed.keySet())) {
      throw new IllegalArgumentException("unknown key in: " + line + ", known " + asked);
    }
  }

  static Instant instant(String text) {
    if (text.endsWith("Z")) {
      return Instant.parse(text);
    }
    int day = text.contains("T") ? Integer.parseInt(text.substring(0, text.indexOf('T'))) : 13;
    LocalTime time = LocalTime.parse(text.substring(text.indexOf('T') + 1));
    return DAY.withDayOfMonth(day).atTime(time).atZone(ZONE).toInstant();
  }

  /** {@code 3s}, {@code 15m}, {@code 1h}. */
  static Duration duration(String text) {
    return Duration.parse("PT" + text);
  }

  static long minor(String amount, String currency) {
    return new BigDecimal(amount).movePointRight(Currencies.decimals(currency)).longValueExact();
  }

  static String major(long minor, String currency) {
    return BigDecimal.valueOf(minor, Currencies.decimals(currency)).toPlainString();
  }
}
