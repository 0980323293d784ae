package parcelrecon.app.configuration;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parcelrecon.results.telling.Message;
import parcelrecon.schedule.Cron;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.WindowSeries;
import parcelrecon.tell.Notice;

/**
 * The list {@code schedules}: windows that are judged by the clock.
 *
 * @param zone of a schedule that names none
 * @param language of one that names none
 * @param targets names of those that can be told
 */
record SchedulesSection(Value value, ZoneId zone, String language, Set<String> targets) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Duration WINDOW_MIN = Duration.ofMinutes(1);
  private static final Duration SETTLE = Duration.ofMinutes(15);
  private static final Duration CATCH_UP = Duration.ofDays(1);
  private static final Map<String, String> LANGUAGES =
      SiteConfiguration.LANGUAGES.stream()
          .collect(Collectors.toMap(Function.identity(), Function.identity()));

  List<Schedule> read() {
    List<Schedule> schedules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Value item : value.items()) {
      item.section().ifPresent(section -> schedule(section, names).ifPresent(schedules::add));
    }
    return schedules;
  }

  private Optional<Schedule> schedule(Section section, Set<String> names) {
    Optional<String> name =
        section.required("name", "name: hourly").flatMap(value -> name(value, names));
    Optional<Cron> cron =
        section.required("cron", "cron: \"0 * * * *\"").flatMap(SchedulesSection::cron);
    Optional<Duration> window =
        section.required("window", "window: 1h").flatMap(SchedulesSection::window);
    ZoneId own = section.value("zone").flatMap(Value::zone).orElse(zone);
    Duration settle = section.value("settle").flatMap(Value::duration).orElse(SETTLE);
    Duration catchUp = section.value("catch-up").flatMap(Value::duration).orElse(CATCH_UP);
    String title = section.text("title").orElse("");
    String spoken =
        section.value("language").flatMap(value -> value.oneOf(LANGUAGES)).orElse(language);
    Notice notice = new NoticeSection(section, targets).read();
    section.end();
    if (name.isEmpty() || cron.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Schedule(
            name.get(),
            title,
            new WindowSeries(cron.get(), own, window.get()),
            settle,
            catchUp,
            spoken,
            notice));
  }

  private static Optional<String> name(Value value, Set<String> names) {
    return value
        .text()
        .filter(
            name -> {
              if (!NAME.matcher(name).matches()) {
                value.problem(
                    "is no name of a schedule, expected up to 40 of a-z, 0-9 and -",
                    "Write e.g. hourly");
                return false;
              }
              if (name.equals(Message.Subject.RECHECKS)) {
                value.problem("is the name of what is told of re-checks", "Choose another name");
                return false;
              }
              if (!names.add(name)) {
                value.problem("names two schedules", "Give each a name of its own");
                return false;
              }
              return true;
            });
  }

  static Optional<Cron> cron(Value value) {
    Optional<Cron> cron = value.text().flatMap(Cron::parse);
    if (cron.isEmpty()) {
      value.problem(
          "is no cron expression of five fields (minute, hour, day, month, day of week)",
          "Write e.g. \"0 * * * *\" for every hour");
    } else if (cron.get().after(LocalDateTime.now(ZoneOffset.UTC)).isEmpty()) {
      value.problem("never comes", "Write e.g. \"0 * * * *\" for every hour");
      return Optional.empty();
    }
    return cron;
  }

  private static Optional<Duration> window(Value value) {
    return value
        .duration()
        .filter(
            length -> {
              boolean isLong = length.compareTo(WINDOW_MIN) >= 0;
              if (!isLong) {
                value.problem("is less than 1m", "Write e.g. 1h");
              }
              return isLong;
            });
  }
}
