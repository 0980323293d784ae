package parcelrecon.console;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;

/** The console of one site, listening until it is closed. */
public final class ConsoleServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final ConsoleSettings settings;

  private ConsoleServer(ConfigurableApplicationContext context, ConsoleSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Starts listening.
   *
   * @param database stays the caller's
   * @throws ProblemException USAGE when the port is taken
   */
  public static ConsoleServer start(
      ConsoleSettings settings, ConsoleSite site, ResultsDatabase database) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SpringApplication application = new SpringApplication(ConsoleApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setEnvironment(new OwnEnvironment());
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> register(context, settings, site, database));
    try {
      return new ConsoleServer(application.run(), settings);
    } catch (RuntimeException e) {
      throw isPortTaken(e) ? portTaken(settings, e) : e;
    }
  }

  private static void register(
      ConfigurableApplicationContext context,
      ConsoleSettings settings,
      ConsoleSite site,
      ResultsDatabase database) {
    GenericApplicationContext beans = (GenericApplicationContext) context;
    beans.registerBean(ConsoleSettings.class, () -> settings);
    beans.registerBean(SignSettings.class, settings::sign);
    beans.registerBean(Listening.class, settings::listening);
    beans.registerBean(ConsoleSite.class, () -> site);
    // Whoever opened it closes it.
    beans.registerBean(
        ResultsDatabase.class, () -> database, bean -> bean.setDestroyMethodName(""));
  }

  private static Map<String, Object> properties(ConsoleSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.listening().address().getHostAddress());
    properties.put("server.port", settings.listening().port());
    properties.put("server.shutdown", "graceful");
    properties.put("server.error.include-message", "never");
    properties.put("server.error.include-stacktrace", "never");
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.thymeleaf.encoding", "UTF-8");
    return properties;
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    InetAddress address = settings.listening().address();
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
  }

  /** Answers what it has been asked, and stops listening. Repeating it does nothing. */
  @Override
  public void close() {
    context.close();
  }

  private static boolean isPortTaken(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException portTaken(ConsoleSettings settings, RuntimeException cause) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "port " + settings.listening().port(),
            "another process listens on it",
            "Nothing was started",
            "End that process, or give another with --port"),
        cause);
  }
}
