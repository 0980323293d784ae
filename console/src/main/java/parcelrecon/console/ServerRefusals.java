package parcelrecon.console;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server refuses by itself, before there is anything to make a page with. */
@Configuration(proxyBeanMethods = false)
class ServerRefusals {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> withoutAPage() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new NoPage()));
  }

  /** Takes the place of the server's own page: a browser has one for an answer without a body. */
  private static final class NoPage extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable thrown) {
      if (response.getStatus() >= Response.SC_BAD_REQUEST) {
        response.setErrorReported();
      }
    }
  }
}
