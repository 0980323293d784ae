package parcelrecon.console.packages;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parcelrecon.report.packages.PackageDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.packages.PackageDecisions;
import parcelrecon.results.packages.PackageStore;

/** What packages are made, kept and decided about with. */
@Configuration(proxyBeanMethods = false)
class PackagesConfiguration {

  private static final InstantSource CLOCK = InstantSource.system();

  @Bean
  PackageStore packageStore(ResultsDatabase database) {
    return new PackageStore(database, new AuditStore(database, CLOCK), CLOCK);
  }

  @Bean
  PackageDecisions packageDecisions(ResultsDatabase database) {
    return new PackageDecisions(database, new AuditStore(database, CLOCK), CLOCK);
  }

  @Bean
  PackageDesk packageDesk(PackageStore store, PackageDecisions decisions) {
    return new PackageDesk(store, decisions, CLOCK);
  }
}
