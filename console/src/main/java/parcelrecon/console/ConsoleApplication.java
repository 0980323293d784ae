package parcelrecon.console;

import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** All parts of the console. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class ConsoleApplication implements WebMvcConfigurer {

  private static final Duration KEPT = Duration.ofHours(1);

  /** Own files and those of two libraries: nothing else of the class path can be asked for. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    serve(registry, "/assets/own/*", "classpath:/static/");
    serve(registry, "/assets/htmx/*", WebJar.dist("htmx.org"));
    serve(registry, "/assets/echarts/*", WebJar.dist("echarts"));
  }

  private static void serve(ResourceHandlerRegistry registry, String path, String folder) {
    registry
        .addResourceHandler(path)
        .addResourceLocations(folder)
        .setCacheControl(CacheControl.maxAge(KEPT).cachePrivate());
  }
}
