package parcelrecon.console;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.console.site.KnownIncident;
import parcelrecon.model.SourceName;
import parcelrecon.retention.Retention;
import parcelrecon.schedule.Schedule;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Reader;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.tell.TellSettings;

/** What the sites of these tests have alike: all is in one folder, columns have our own names. */
public interface TaipeiSite extends ConsoleSite {

  ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  Path folder();

  @Override
  default String name() {
    return "recon.yaml";
  }

  @Override
  default ZoneId zone() {
    return TAIPEI;
  }

  @Override
  default String market() {
    return "TW";
  }

  @Override
  default String language() {
    return "en";
  }

  @Override
  default Path out() {
    return folder().resolve("out");
  }

  @Override
  default Path work() {
    return folder().resolve("work");
  }

  @Override
  default Retention retention() {
    return Retention.STANDARD;
  }

  @Override
  default List<KnownIncident> incidents() {
    return List.of();
  }

  @Override
  default List<Schedule> schedules() {
    return List.of();
  }

  @Override
  default TellSettings tell() {
    return TellSettings.NONE;
  }

  default SourceSettings source(SourceName name, Reader reader) {
    return new SourceSettings(
        name,
        folder(),
        reader,
        new Mapping(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            ""),
        TAIPEI,
        false,
        true,
        Optional.empty());
  }
}
