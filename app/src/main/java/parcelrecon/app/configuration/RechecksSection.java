package parcelrecon.app.configuration;

import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.schedule.Cron;
import parcelrecon.schedule.RecheckTimes;

/**
 * The section {@code rechecks}.
 *
 * @param zone where the section names none
 */
record RechecksSection(Section section, ZoneId zone) {

  Optional<RecheckTimes> read() {
    Optional<Cron> times =
        section.required("cron", "cron: \"0 7 * * *\"").flatMap(SchedulesSection::cron);
    ZoneId own = section.value("zone").flatMap(Value::zone).orElse(zone);
    section.end();
    return times.map(each -> new RecheckTimes(each, own));
  }
}
