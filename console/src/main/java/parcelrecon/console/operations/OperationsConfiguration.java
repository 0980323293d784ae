package parcelrecon.console.operations;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Parts of operations that are not ours. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration implements WebMvcConfigurer {

  /** One thread for each thing that is looked at. */
  private static final int LOOKS = 5;

  @Bean
  PrometheusMeterRegistry meters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    return meters;
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService looks() {
    return Executors.newFixedThreadPool(
        LOOKS,
        work -> {
          Thread thread = new Thread(work, "look");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  /** Tells of refused sign-ins whatever the reason, so that all are counted. */
  @Bean
  AuthenticationEventPublisher signIns(ApplicationEventPublisher events) {
    DefaultAuthenticationEventPublisher telling = new DefaultAuthenticationEventPublisher(events);
    telling.setDefaultAuthenticationFailureEvent(AuthenticationFailureBadCredentialsEvent.class);
    return telling;
  }

  /** Before all other filters, so that what they refuse is counted and logged, too. */
  @Bean
  FilterRegistrationBean<RequestLog> requestLog(PrometheusMeterRegistry meters) {
    FilterRegistrationBean<RequestLog> registration =
        new FilterRegistrationBean<>(new RequestLog(meters));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RequestLog.Names());
  }
}
