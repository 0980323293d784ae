package parcelrecon.app.configuration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import parcelrecon.app.configuration.SourcesSection.Sources;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.model.Currencies;
import parcelrecon.model.SourceName;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow.Setting;
import parcelrecon.retention.Retention;
import parcelrecon.rule.RuleSettings;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.RejectLimits;
import parcelrecon.tell.MailServer;
import parcelrecon.tell.Target;
import parcelrecon.tell.TellSettings;

/** The site's YAML file. */
public final class SiteFile {

  /**
   * Where results and spill are kept and how long, how fast is read, who may look at it, who is
   * told and when it begins, cannot change what a run finds.
   */
  private static final Set<String> NOT_HASHED =
      Set.of(
          "results",
          "work",
          "console",
          "schedules",
          "rechecks",
          "tell",
          "mail",
          "retention",
          "sources.events.kafka.bytes-per-second");

  private static final String RESULTS_URL = "jdbc:h2:file:./data/results";

  private final Reading reading;
  private final Section root;
  private final MappingNode tree;

  private SiteFile(Reading reading, MappingNode tree) {
    this.reading = reading;
    this.tree = tree;
    this.root = new Section(reading, "", tree);
  }

  /**
   * Reads the file to its end whatever is wrong in it.
   *
   * @param problems hears everything that is wrong; when there is any, what is returned may only be
   *     used to look for more
   * @return absent when the file is not there or no YAML
   */
  public static Optional<SiteConfiguration> read(
      Path file, Environment environment, Problems problems) {
    return new YamlFile(file, problems)
        .read()
        .map(
            tree -> {
              Path base = file.toAbsolutePath().normalize().getParent();
              Placeholders placeholders = new Placeholders(base, environment, new Secrets());
              Reading reading = new Reading(file.toString(), base, placeholders, problems);
              return new SiteFile(reading, tree).configuration();
            });
  }

  private SiteConfiguration configuration() {
    ZoneId zone =
        root.required("zone", "zone: Asia/Taipei").flatMap(Value::zone).orElse(ZoneOffset.UTC);
    String language = language();
    Sources sources = sources(zone, currency());
    RuleSettings rules =
        root.section("rules")
            .map(section -> new RulesSection(section).read())
            .orElse(RuleSettings.STANDARD);
    RejectLimits rejects =
        root.section("rejects").map(SiteFile::rejects).orElse(RejectLimits.STANDARD);
    Optional<DatafixSettings> datafix =
        root.section("datafix").map(section -> datafix(section, sources, zone));
    ConsoleSettings console =
        root.section("console")
            .map(section -> new ConsoleSection(section).read())
            .orElse(ConsoleSettings.STANDARD);
    TellSettings tell = tell(console);
    SiteConfiguration configuration =
        new SiteConfiguration(
            root.text("market").orElse(""),
            zone,
            results(),
            sources,
            rules,
            rejects,
            datafix,
            console,
            tell,
            root.value("schedules")
                .map(value -> new SchedulesSection(value, zone, language, targets(tell)).read())
                .orElse(List.of()),
            root.section("rechecks")
                .flatMap(
                    section -> new RechecksSection(section, zone, language, targets(tell)).read()),
            root.value("work").flatMap(Value::folder).orElse(reading.base().resolve("work")),
            root.section("retention")
                .map(section -> new RetentionSection(section).read())
                .orElse(Retention.STANDARD),
            language,
            CanonicalTree.of(tree, NOT_HASHED),
            settings(sources, rules, rejects, datafix),
            reading.placeholders().secrets());
    root.end();
    return configuration;
  }

  private TellSettings tell(ConsoleSettings console) {
    Optional<MailServer> mail =
        root.section("mail").flatMap(section -> new MailSection(section).read());
    List<Target> targets =
        root.value("tell")
            .map(value -> new TellSection(value, root.has("mail")).read())
            .orElse(List.of());
    return new TellSettings(targets, mail, console.url());
  }

  private static Set<String> targets(TellSettings tell) {
    return tell.targets().stream().map(Target::name).collect(Collectors.toSet());
  }

  private Sources sources(ZoneId zone, String currency) {
    return root.required("sources", "sources: { outbound: { csv: { files: outbound.csv } } }")
        .flatMap(Value::section)
        .map(section -> new SourcesSection(section, zone, currency).read())
        .orElse(Sources.NONE);
  }

  private List<Setting> settings(
      Sources sources,
      RuleSettings rules,
      RejectLimits rejects,
      Optional<DatafixSettings> datafix) {
    SettingsInForce settings = new SettingsInForce();
    settings.rules(rules);
    settings.rejects(rejects, root.section("rejects"));
    settings.datafix(datafix, root.section("datafix"));
    root.section("sources").ifPresent(section -> settings.sources(sources.settings(), section));
    return settings.all();
  }

  private static DatafixSettings datafix(Section section, Sources sources, ZoneId zone) {
    Optional<SourceSettings> outbound =
        Optional.ofNullable(sources.settings().get(SourceName.OUTBOUND));
    return new DatafixSection(
            section,
            outbound.map(SourceSettings::zone).orElse(zone),
            outbound.flatMap(SiteFile::database))
        .read();
  }

  private static Optional<String> database(SourceSettings source) {
    return source.reader() instanceof Jdbc jdbc ? JdbcUrl.database(jdbc.url()) : Optional.empty();
  }

  private String currency() {
    Optional<Value> value = root.value("currency");
    Optional<String> currency = value.flatMap(Value::text);
    currency
        .filter(code -> !Currencies.isKnown(code))
        .ifPresent(
            code -> value.orElseThrow().problem("is no currency of ISO 4217", "Write e.g. TWD"));
    return currency.orElse("");
  }

  private ResultsSettings results() {
    Optional<Section> section = root.section("results");
    ResultsSettings results =
        new ResultsSettings(
            section
                .flatMap(found -> found.required("url", "url: \"" + RESULTS_URL + "\""))
                .flatMap(JdbcUrl::read)
                .orElseGet(() -> JdbcUrl.absolute(RESULTS_URL, reading.base())),
            section.flatMap(found -> found.text("user")),
            section.flatMap(found -> found.text("password")));
    section.ifPresent(Section::end);
    return results;
  }

  private static RejectLimits rejects(Section section) {
    long rowsMax =
        section.value("max").flatMap(Value::wholeNumber).orElse(RejectLimits.STANDARD.rowsMax());
    Optional<Value> share = section.value("max-share");
    BigDecimal shareMax = share.flatMap(Value::decimal).orElse(RejectLimits.STANDARD.shareMax());
    if (shareMax.compareTo(BigDecimal.ONE) > 0) {
      share.ifPresent(
          value -> value.problem("is more than 1, expected a share", "Write e.g. 0.001"));
    }
    section.end();
    return new RejectLimits(rowsMax, shareMax);
  }

  private String language() {
    Map<String, String> languages =
        SiteConfiguration.LANGUAGES.stream()
            .collect(Collectors.toMap(Function.identity(), Function.identity()));
    return root.value("language").flatMap(value -> value.oneOf(languages)).orElse("en");
  }
}
