package parcelrecon.app.configuration;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.due.Sla;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** The list {@code console.sla}: until when a mismatch has to be decided; the first fit counts. */
record SlaSection(Value value) {

  private static final Map<String, MismatchKind> KINDS = byName(MismatchKind.values());
  private static final Map<String, MismatchClass> CLASSES = byName(MismatchClass.values());

  Sla read() {
    List<Value> items = value.items();
    if (items.size() > Sla.PROMISES_MAX) {
      value.problem(
          "has " + items.size() + " members, expected at most " + Sla.PROMISES_MAX,
          "Say it by class or amount");
      return Sla.NONE;
    }
    return new Sla(
        items.stream()
            .flatMap(item -> item.section().flatMap(SlaSection::promise).stream())
            .toList());
  }

  private static Optional<Sla.Promise> promise(Section section) {
    Optional<MismatchKind> kind = section.value("kind").flatMap(word -> word.oneOf(KINDS));
    Optional<MismatchClass> of = section.value("class").flatMap(word -> word.oneOf(CLASSES));
    if (section.has("kind") && section.has("class")) {
      section.problemAt(
          "class", section.path() + " has a kind and a class", "Keep the kind: it has one class");
    }
    Optional<Integer> businessDays =
        section.required("business-days", "business-days: 3").flatMap(SlaSection::days);
    Optional<BigDecimal> amountFrom = section.value("amount-from").flatMap(Value::decimal);
    section.end();
    return businessDays.map(days -> new Sla.Promise(kind, of, amountFrom, days));
  }

  private static Optional<Integer> days(Value value) {
    return value
        .wholeNumber()
        .filter(
            days -> {
              boolean isFew = days <= Sla.BUSINESS_DAYS_MAX;
              if (!isFew) {
                value.problem("is more than " + Sla.BUSINESS_DAYS_MAX, "Write e.g. 5");
              }
              return isFew;
            })
        .map(Math::toIntExact);
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
    return Arrays.stream(constants).collect(Collectors.toMap(Enum::name, Function.identity()));
  }
}
