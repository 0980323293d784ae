package parcelrecon.app.configuration;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parcelrecon.model.Currencies;
import parcelrecon.rule.MismatchKind;
import parcelrecon.tell.Above;
import parcelrecon.tell.Notice;

/**
 * The keys {@code tell}, {@code above} and {@code daily} of a schedule, and {@code tell} of
 * re-checks.
 *
 * @param targets those the site has
 */
record NoticeSection(Section section, Collection<String> targets) {

  private static final Pattern MONEY = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,4})?) ([A-Z]{3})");
  private static final Map<String, MismatchKind> KINDS =
      Arrays.stream(MismatchKind.values())
          .collect(Collectors.toMap(Enum::name, Function.identity()));

  Notice read() {
    List<String> told = told();
    Above above = section.section("above").map(NoticeSection::above).orElse(Above.NOTHING);
    Optional<LocalTime> daily =
        section
            .value("daily")
            .flatMap(
                value ->
                    value.parsed(LocalTime::parse, "is no time of day", "Write e.g. \"08:00\""));
    if (!section.has("tell")) {
      section.refuse(List.of("above", "daily"), "tells nobody without tell");
    }
    return new Notice(told, above, daily);
  }

  /** The key {@code tell} alone. */
  List<String> told() {
    return section.value("tell").map(Value::items).orElse(List.of()).stream()
        .flatMap(name -> target(name).stream())
        .distinct()
        .toList();
  }

  private Optional<String> target(Value value) {
    return value
        .text()
        .filter(
            name -> {
              boolean isThere = targets.contains(name);
              if (!isThere && targets.isEmpty()) {
                value.problem("names a target, and the site has none", "Add it to the list tell");
              } else if (!isThere) {
                value.unknownWord(name, targets);
              }
              return isThere;
            });
  }

  private static Above above(Section section) {
    Optional<Long> parcels = section.value("parcels").flatMap(Value::wholeNumber);
    Map<String, Long> money = new LinkedHashMap<>();
    section.value("money").map(Value::items).orElse(List.of()).forEach(each -> money(each, money));
    Map<MismatchKind, Long> kinds =
        section.section("kinds").map(NoticeSection::kinds).orElse(Map.of());
    if (!section.has("parcels") && !section.has("money") && !section.has("kinds")) {
      section.problem(section.path() + " has no threshold", "Write e.g. above: { parcels: 10 }");
    }
    section.end();
    return new Above(parcels.map(OptionalLong::of).orElse(OptionalLong.empty()), money, kinds);
  }

  private static void money(Value value, Map<String, Long> minorByCurrency) {
    value
        .text()
        .ifPresent(
            text -> {
              Matcher money = MONEY.matcher(text);
              if (!money.matches() || !Currencies.isKnown(money.group(2))) {
                value.problem("is no amount with its currency", "Write e.g. 1000 TWD");
              } else if (minorByCurrency.putIfAbsent(money.group(2), minor(money)) != null) {
                value.problem("has a currency twice", "Keep one of them");
              }
            });
  }

  /** Parts of the smallest unit are dropped: amounts found are whole numbers of it. */
  private static long minor(Matcher money) {
    return new BigDecimal(money.group(1))
        .movePointRight(Currencies.decimals(money.group(2)))
        .longValue();
  }

  private static Map<MismatchKind, Long> kinds(Section section) {
    Map<MismatchKind, Long> kinds = new EnumMap<>(MismatchKind.class);
    for (String name : section.keys()) {
      Optional<Long> max = section.value(name).flatMap(Value::wholeNumber);
      if (!KINDS.containsKey(name)) {
        section.problemAt(
            name,
            section.pathOf(name) + " is no kind" + Value.hint(name, KINDS.keySet()),
            "Write e.g. UNCOLLECTED: 10");
      } else {
        max.ifPresent(count -> kinds.put(KINDS.get(name), count));
      }
    }
    return kinds;
  }
}
