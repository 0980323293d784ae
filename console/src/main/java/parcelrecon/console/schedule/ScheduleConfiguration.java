package parcelrecon.console.schedule;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.RunDesk;
import parcelrecon.results.AgreedClock;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.retention.Sweep;
import parcelrecon.schedule.DailySweep;
import parcelrecon.schedule.Rechecks;
import parcelrecon.schedule.ScheduleDesk;
import parcelrecon.schedule.ScheduledRuns;
import parcelrecon.schedule.Schedules;
import parcelrecon.tell.Teller;

/** Works off the site's schedules while the console runs, and tells people of them. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  Schedules schedules(ConsoleSite site, ResultsDatabase database, RunDesk desk) {
    return new Schedules(
        site.schedules(),
        new ScheduledRuns(site.market(), site.out()),
        database,
        desk,
        InstantSource.system());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Rechecks rechecks(ConsoleSite site, ResultsDatabase database, RunDesk desk) {
    return new Rechecks(site.rechecks(), database, desk, InstantSource.system());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Teller teller(ConsoleSite site, ResultsDatabase database) {
    InstantSource clock = InstantSource.system();
    return new Teller(
        site.tell(),
        site.schedules().stream().map(each -> each.tellings(database, clock)).toList(),
        database,
        clock);
  }

  @Bean
  TellingStore tellingStore(ResultsDatabase database) {
    return new TellingStore(database, InstantSource.system());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  DailySweep dailySweep(ConsoleSite site, ResultsDatabase database) {
    InstantSource clock = InstantSource.system();
    return new DailySweep(
        new Sweep(
            site.retention(), site.work(), database, new AgreedClock(database, clock), "retention"),
        database,
        clock);
  }

  @Bean
  ScheduleDesk scheduleDesk(ConsoleSite site, ResultsDatabase database) {
    return new ScheduleDesk(site.schedules(), database, InstantSource.system());
  }
}
