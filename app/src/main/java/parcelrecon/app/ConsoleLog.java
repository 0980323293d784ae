package parcelrecon.app;

import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What libraries log, on the standard error, one line each. Quiet unless asked: a library's warning
 * is rarely the user's business, and what is becomes a problem of our own.
 */
final class ConsoleLog extends Handler {

  /**
   * What sends other logging libraries our way. Spring logs through Commons Logging, which would
   * prefer the Log4j interface that POI brings; and Log4j would complain that nothing stands behind
   * it.
   */
  private static final Map<String, String> REDIRECTIONS =
      Map.of(
          "org.apache.commons.logging.LogFactory",
          "org.apache.commons.logging.impl.Slf4jLogFactory",
          "log4j2.StatusLogger.level",
          "OFF",
          "log4j2.simplelogLevel",
          "OFF");

  private static final Map<String, Level> QUIET =
      Map.of(
          "org.apache.kafka", Level.OFF,
          "com.zaxxer.hikari", Level.OFF,
          "org.flywaydb", Level.OFF,
          "org.springframework", Level.OFF,
          "org.apache.poi", Level.SEVERE,
          "org.apache.logging", Level.OFF,
          "org.jline", Level.OFF);

  /** Held, since the JDK lets go of loggers nobody holds, and their levels with them. */
  private static final List<Logger> HELD = QUIET.keySet().stream().map(Logger::getLogger).toList();

  private final Console console;
  private final boolean isVerbose;

  private ConsoleLog(Console console, boolean isVerbose) {
    this.console = console;
    this.isVerbose = isVerbose;
  }

  /**
   * @param isVerbose whether stack traces and the quieted libraries are wanted
   */
  static void install(Console console, boolean isVerbose) {
    REDIRECTIONS.forEach(
        (name, value) -> System.setProperty(name, System.getProperty(name, value)));
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new ConsoleLog(console, isVerbose));
    HELD.forEach(
        logger -> logger.setLevel(isVerbose ? Level.WARNING : QUIET.get(logger.getName())));
  }

  @Override
  public void publish(LogRecord logged) {
    console.note(
        "%s %s: %s"
            .formatted(
                logged.getLevel(),
                logged.getLoggerName(),
                Console.shown(new PlainFormatter().formatMessage(logged))));
    if (isVerbose && logged.getThrown() != null) {
      console.trace(logged.getThrown());
    }
  }

  @Override
  public void flush() {
    console.flush();
  }

  @Override
  public void close() {}

  /** Fills in a message's parameters. */
  private static final class PlainFormatter extends Formatter {
    @Override
    public String format(LogRecord logged) {
      return formatMessage(logged);
    }
  }
}
