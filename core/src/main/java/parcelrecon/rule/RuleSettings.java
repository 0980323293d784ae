package parcelrecon.rule;

import java.time.Duration;
import java.util.Map;

/** The settings of the rules: what the site set, and the standard for the rest. */
public record RuleSettings(Map<RuleSetting, Duration> set, Tolerance tolerance) {

  public static final RuleSettings STANDARD = new RuleSettings(Map.of(), Tolerance.NONE);

  public RuleSettings {
    set = Map.copyOf(set);
  }

  public Duration of(RuleSetting setting) {
    return set.getOrDefault(setting, setting.standard());
  }

  public boolean isSet(RuleSetting setting) {
    return set.containsKey(setting);
  }
}
