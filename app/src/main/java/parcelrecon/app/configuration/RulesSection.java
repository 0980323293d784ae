package parcelrecon.app.configuration;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import parcelrecon.model.Currencies;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;

/** The {@code rules} section. */
record RulesSection(Section section) {

  RuleSettings read() {
    Map<RuleSetting, Duration> set = new EnumMap<>(RuleSetting.class);
    for (RuleSetting setting : RuleSetting.values()) {
      section
          .value(setting.key())
          .flatMap(Value::duration)
          .ifPresent(duration -> set.put(setting, duration));
    }
    Tolerance tolerance =
        section.value("tolerance").map(RulesSection::tolerance).orElse(Tolerance.NONE);
    section.end();
    return new RuleSettings(set, tolerance);
  }

  private static Tolerance tolerance(Value value) {
    if (!(value.node() instanceof MappingNode)) {
      return new Tolerance(value.decimal().orElse(BigDecimal.ZERO), Map.of(), true);
    }
    Map<String, BigDecimal> perCurrency = new LinkedHashMap<>();
    value
        .section()
        .ifPresent(
            currencies -> {
              for (String currency : currencies.keys()) {
                if (!Currencies.isKnown(currency)) {
                  currencies.problemAt(
                      currency,
                      currencies.pathOf(currency) + " is no currency of ISO 4217",
                      "Write e.g. TWD: 1");
                }
                currencies
                    .value(currency)
                    .flatMap(Value::decimal)
                    .ifPresent(amount -> perCurrency.put(currency, amount));
              }
            });
    return new Tolerance(BigDecimal.ZERO, perCurrency, true);
  }
}
