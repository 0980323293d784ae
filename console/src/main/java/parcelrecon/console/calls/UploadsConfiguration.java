package parcelrecon.console.calls;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where uploaded files wait, and who deletes them. */
@Configuration(proxyBeanMethods = false)
class UploadsConfiguration {

  @Bean(destroyMethod = "close")
  Uploads uploads() {
    return new Uploads(InstantSource.system());
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService uploadSweeper(Uploads uploads) {
    ScheduledExecutorService sweeper =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "uploads");
              thread.setDaemon(true);
              return thread;
            });
    sweeper.scheduleWithFixedDelay(uploads::sweep, 1, 1, TimeUnit.MINUTES);
    return sweeper;
  }
}
