package parcelrecon.app.configuration;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parcelrecon.schedule.Cron;
import parcelrecon.schedule.RecheckTimes;

/**
 * The section {@code rechecks}.
 *
 * @param zone where the section names none
 * @param language of what people are told
 * @param targets names of those that can be told
 */
record RechecksSection(Section section, ZoneId zone, String language, Set<String> targets) {

  Optional<RecheckTimes> read() {
    Optional<Cron> times =
        section.required("cron", "cron: \"0 7 * * *\"").flatMap(SchedulesSection::cron);
    ZoneId own = section.value("zone").flatMap(Value::zone).orElse(zone);
    List<String> told = new NoticeSection(section, targets).told();
    section.end();
    return times.map(each -> new RecheckTimes(each, own, told, language));
  }
}
