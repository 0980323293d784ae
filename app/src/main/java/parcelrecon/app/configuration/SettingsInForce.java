package parcelrecon.app.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parcelrecon.model.SourceName;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.results.RunRow.Setting;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.RejectLimits;

/** Every setting a run goes by, and whether the site or the standard set it. */
final class SettingsInForce {

  private final List<Setting> settings = new ArrayList<>();

  void rules(RuleSettings rules) {
    for (RuleSetting setting : RuleSetting.values()) {
      add("rules." + setting.key(), DurationText.format(rules.of(setting)), !rules.isSet(setting));
    }
    add("rules.tolerance", tolerance(rules.tolerance()), !rules.tolerance().isSet());
  }

  private static String tolerance(Tolerance tolerance) {
    return tolerance.perCurrency().isEmpty()
        ? tolerance.forAll().toPlainString()
        : new TreeMap<>(tolerance.perCurrency())
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().toPlainString())
                .collect(Collectors.joining(", "));
  }

  /**
   * @param given what the section sets; absent without a section
   */
  void rejects(RejectLimits limits, Optional<Section> given) {
    add("rejects.max", String.valueOf(limits.rowsMax()), isStandard(given, "max"));
    add("rejects.max-share", limits.shareMax().toPlainString(), isStandard(given, "max-share"));
  }

  void datafix(Optional<DatafixSettings> datafix, Optional<Section> given) {
    int days = datafix.map(DatafixSettings::extendDays).orElse(DatafixSection.EXTEND_DAYS);
    add("datafix.extend-days", String.valueOf(days), isStandard(given, "extend-days"));
  }

  void source(SourceSettings source, Section given) {
    String key = "sources." + source.name().text() + ".";
    add(key + "zone", source.zone().getId(), !source.zoneIsOwn());
    if (source.name() == SourceName.PAYMENTS) {
      add(key + "independent", String.valueOf(source.independent()), false);
      source
          .completeThrough()
          .ifPresent(time -> add(key + "complete-through", time.toString(), false));
    }
    if (source.reader() instanceof Jdbc jdbc) {
      Optional<Section> margins = given.section("margins");
      margin(key + "margins.before", jdbc.marginBefore(), isStandard(margins, "before"));
      margin(key + "margins.after", jdbc.marginAfter(), isStandard(margins, "after"));
    }
  }

  private void margin(String key, java.time.Duration margin, boolean standard) {
    add(key, DurationText.format(margin), standard);
  }

  private static boolean isStandard(Optional<Section> given, String key) {
    return given.filter(section -> section.has(key)).isEmpty();
  }

  private void add(String key, String value, boolean standard) {
    settings.add(new Setting(key, value, standard));
  }

  /** In the order added. */
  List<Setting> all() {
    return List.copyOf(settings);
  }

  /** Adds each source in the order of {@link SourceName}. */
  void sources(Map<SourceName, SourceSettings> sources, Section given) {
    sources.forEach(
        (name, source) -> given.section(name.text()).ifPresent(section -> source(source, section)));
  }
}
