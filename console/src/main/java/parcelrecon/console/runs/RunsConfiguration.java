package parcelrecon.console.runs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;

/** What runs are started with. */
@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

  /** Stops the run in hand when the console ends, so that it can be resumed. */
  @Bean(destroyMethod = "close")
  RunDesk runDesk(ConsoleSite site, ResultsDatabase database) {
    return new RunDesk(site::site, database);
  }
}
