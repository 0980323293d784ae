package parcelrecon.console;

import java.net.InetAddress;
import java.net.URI;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import parcelrecon.console.sign.LinkPerson;
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
    application.setDefaultProperties(ServerProperties.of(settings.listening()));
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

  /** Where a browser on this machine finds it. */
  public URI address() {
    InetAddress address = settings.listening().address();
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    String scheme = settings.listening().tls().isPresent() ? "https://" : "http://";
    return URI.create(scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
  }

  /** Shows one-time links there from now on, where signing in needs one; the first one at once. */
  public void showLinks(Consumer<URI> terminal) {
    if (settings.sign().isForOnePerson()) {
      context
          .getBean(LinkPerson.class)
          .showOn(secret -> terminal.accept(address().resolve("sign-in?link=" + secret)));
    }
  }

  /** Everything it is made of, for those who check that nothing is left out. */
  ApplicationContext context() {
    return context;
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
