package parcelrecon.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parcelrecon.model.Coverage;
import parcelrecon.model.Currencies;

/**
 * Every visible text of the outputs in one language; the same on every machine.
 *
 * <p>Texts are {@link MessageFormat} patterns, so an apostrophe in a bundle is written ’ (or
 * doubled).
 */
public final class Texts {

  public static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");

  private static final DateTimeFormatter DATE = pattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = pattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTE = pattern("HH:mm");
  private static final DateTimeFormatter DATE_TIME = pattern("uuuu-MM-dd HH:mm:ss");

  /** More reasons than these are told by their number. */
  private static final int REASONS_MAX = 10;

  private final String language;
  private final Locale locale;
  private final Map<String, String> patterns;

  /** Patterns that were read once: reading takes longer than filling them in. By key. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(String language, Map<String, String> patterns) {
    this.language = language;
    this.locale = Locale.forLanguageTag(language);
    this.patterns = patterns;
  }

  /**
   * @param language one of {@link #LANGUAGES}
   */
  public static Texts of(String language) {
    return new Texts(language, Bundles.load(language));
  }

  /**
   * The texts of the outputs, and further ones.
   *
   * @param themes of the bundles {@code /texts/LANGUAGE/THEME.properties} with the further texts
   */
  public static Texts of(String language, List<String> themes) {
    return new Texts(language, Bundles.load(language, themes));
  }

  public String language() {
    return language;
  }

  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * The text of a key. Numbers are grouped as the language does.
   *
   * @throws IllegalArgumentException when no bundle has the key
   */
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for \"" + key + "\" in " + language);
    }
    MessageFormat format = formats.computeIfAbsent(key, each -> new MessageFormat(pattern, locale));
    synchronized (format) {
      return format.format(arguments);
    }
  }

  /**
   * What people call a constant: a kind, a suggestion, a verdict, a class, an evidence, an answer
   * and the like; see {@link Names}.
   */
  public String name(Enum<?> constant) {
    return text(Names.key(constant));
  }

  /** A reason of a source's coverage as a sentence; instants in it are shown in the zone. */
  public String coverage(Coverage.Reason reason, ZoneId zone) {
    return coverage("coverage." + reason.code(), reason, zone);
  }

  /** As {@link #coverage}, before anything is read. */
  public String coverageAhead(Coverage.Reason reason, ZoneId zone) {
    String ahead = "ahead." + reason.code();
    return patterns.containsKey(ahead) ? coverage(ahead, reason, zone) : coverage(reason, zone);
  }

  private String coverage(String key, Coverage.Reason reason, ZoneId zone) {
    String pattern = patterns.get(key);
    Format[] formats = new MessageFormat(pattern, locale).getFormatsByArgumentIndex();
    Object[] arguments = new Object[reason.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      String argument = reason.arguments().get(i);
      boolean isNumber = i < formats.length && formats[i] instanceof NumberFormat;
      arguments[i] = isNumber ? (Object) Long.valueOf(argument) : shown(argument, zone);
    }
    return text(key, arguments);
  }

  /** Reasons side by side; of very many the first, and how many more there are. */
  public String coverage(List<Coverage.Reason> reasons, ZoneId zone) {
    String shown =
        reasons.stream()
            .limit(REASONS_MAX)
            .map(reason -> coverage(reason, zone))
            .collect(Collectors.collectingAndThen(Collectors.toList(), this::clauses));
    return reasons.size() > REASONS_MAX
        ? text("coverages.more", shown, reasons.size() - REASONS_MAX)
        : shown;
  }

  private String shown(String argument, ZoneId zone) {
    return argument.matches("-?\\d{4,}-\\d\\d-\\d\\dT[0-9:.]+Z")
        ? dateTime(Instant.parse(argument), zone)
        : argument;
  }

  /** Names or ids in one line: A, B, C. */
  public String list(Collection<String> items) {
    return items.stream().reduce((all, next) -> text("join.list", all, next)).orElse("");
  }

  /** What is said one after the other in one sentence: a; b; c. */
  public String clauses(Collection<String> clauses) {
    return clauses.stream().reduce((all, next) -> text("join.clauses", all, next)).orElse("");
  }

  /** A name with what it is, or how it is: a kind with its proof. */
  public String aside(String name, String aside) {
    return text("join.aside", name, aside);
  }

  public String number(long number) {
    return text("number", number);
  }

  /** A share with one decimal: 1.3 %; of nothing: –. */
  public String percent(long part, long whole) {
    if (whole == 0) {
      return text("none");
    }
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    return text("percent", percent);
  }

  /**
   * Money as people write it: NT$1,280. Whole amounts have no decimals; others have all of their
   * currency (NT$4,212.50). A currency without a sign of its own is named: EUR 12.
   */
  public String money(long minor, String currency) {
    int decimals = Currencies.decimals(currency);
    BigDecimal major = BigDecimal.valueOf(minor, decimals).abs();
    boolean isWhole = major.stripTrailingZeros().scale() <= 0;
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(isWhole ? 0 : decimals);
    format.setMaximumFractionDigits(isWhole ? 0 : decimals);
    String sign = patterns.getOrDefault("currency." + currency, currency + " ");
    return (minor < 0 ? "-" : "") + sign + format.format(major);
  }

  /** Amounts of several currencies side by side, never netted; none: –. */
  public String money(Map<String, Long> minorByCurrency) {
    String amounts =
        new TreeMap<>(minorByCurrency)
            .entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> money(entry.getValue(), entry.getKey()))
                .reduce((all, next) -> text("join.amounts", all, next))
                .orElse("");
    return amounts.isEmpty() ? text("none") : amounts;
  }

  /** 2022-04-13. */
  public String date(Instant instant, ZoneId zone) {
    return DATE.format(instant.atZone(zone));
  }

  /** 19:42:39. */
  public String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** 19:42, or 19:42:39 where it is not a whole minute. */
  public String shortTime(Instant instant, ZoneId zone) {
    boolean isWholeMinute = Math.floorMod(instant.getEpochSecond(), 60) == 0;
    return (isWholeMinute ? MINUTE : TIME).format(instant.atZone(zone));
  }

  /** 2022-04-13 19:42:39. */
  public String dateTime(Instant instant, ZoneId zone) {
    return DATE_TIME.format(instant.atZone(zone));
  }

  /** A length of time in the largest two units that tell it: 49 minutes, 3 h 5 min. */
  public String duration(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes == 0) {
      return text("duration.seconds", BigDecimal.valueOf(duration.toMillis(), 3));
    }
    if (minutes < 120) {
      return duration.toSecondsPart() == 0
          ? text("duration.minutes", minutes)
          : text("duration.minutesAndSeconds", minutes, duration.toSecondsPart());
    }
    return minutes < 48 * 60
        ? text("duration.hours", minutes / 60, minutes % 60)
        : text("duration.days", minutes / (24 * 60), minutes / 60 % 24);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
