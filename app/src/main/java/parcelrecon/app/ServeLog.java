package parcelrecon.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parcelrecon.app.configuration.Problems;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.Json;

/**
 * What the console does, on the standard error, one line each: time, level, what happened, and what
 * it was about. Holds no query of a request, no parcel and no secret.
 */
final class ServeLog extends Handler {

  /** How a line looks. */
  enum Format {
    /** For people. */
    TEXT,
    /** One object a line, for programs. */
    JSON
  }

  /** A run works in a thread named after it. */
  private static final Pattern RUN = Pattern.compile("run-(\\d{1,18})");

  private static final Pattern TO_QUOTE = Pattern.compile("[\\s\"=]");

  /** Held, since the JDK lets go of loggers nobody holds, and their levels with them. */
  private static final Logger OURS = Logger.getLogger("parcelrecon");

  private final Console console;
  private final Format format;
  private final boolean isVerbose;

  private volatile boolean isEnding;

  private ServeLog(Console console, Format format, boolean isVerbose) {
    this.console = console;
    this.format = format;
    this.isVerbose = isVerbose;
  }

  /**
   * @param name null for what suits the terminal, or that there is none
   * @throws ProblemException USAGE when there is no such format
   */
  static Format format(String name, boolean isTerminal) {
    if (name == null) {
      return isTerminal ? Format.TEXT : Format.JSON;
    }
    return Arrays.stream(Format.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ExitCode.USAGE,
                    new Problem(
                        "--log-format",
                        "unknown format \"" + name + "\", expected text or json",
                        Problems.NOTHING_STARTED,
                        "Correct it")));
  }

  /** Takes the place of the log of other commands. */
  static void install(Console console, Format format, boolean isVerbose) {
    Logger root = Logger.getLogger("");
    for (Handler before : root.getHandlers()) {
      root.removeHandler(before);
    }
    root.addHandler(new ServeLog(console, format, isVerbose));
    OURS.setLevel(Level.INFO);
  }

  /** Logs something of the console as a whole. */
  static void log(String event, Map<String, Object> fields) {
    LogRecord line = new LogRecord(Level.INFO, event);
    line.setLoggerName(OURS.getName());
    line.setParameters(new Object[] {fields});
    OURS.log(line);
  }

  @Override
  public void publish(LogRecord logged) {
    if (isEnding && !String.valueOf(logged.getLoggerName()).startsWith(OURS.getName())) {
      return;
    }
    Map<String, Object> fields = fields(logged);
    console.note(format == Format.JSON ? Json.line(fields).stripTrailing() : text(fields));
    if (isVerbose && logged.getThrown() != null) {
      console.trace(logged.getThrown());
    }
  }

  private static Map<String, Object> fields(LogRecord logged) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", logged.getInstant().toString());
    fields.put("level", logged.getLevel().getName().toLowerCase(Locale.ROOT));
    fields.put("event", Console.shown(new Message().format(logged)));
    Matcher run = RUN.matcher(Thread.currentThread().getName());
    if (run.matches()) {
      fields.put("run", Long.valueOf(run.group(1)));
    }
    if (logged.getParameters() != null
        && logged.getParameters().length == 1
        && logged.getParameters()[0] instanceof Map<?, ?> given) {
      given.forEach((name, value) -> fields.put(name.toString(), plain(value)));
    } else {
      fields.put("logger", String.valueOf(logged.getLoggerName()));
    }
    if (logged.getThrown() != null) {
      // Its message may quote a row.
      fields.put("thrown", logged.getThrown().getClass().getName());
    }
    return fields;
  }

  private static Object plain(Object value) {
    return value instanceof Number ? value : value.toString();
  }

  private static String text(Map<String, Object> fields) {
    String more =
        fields.entrySet().stream()
            .skip(3)
            .map(each -> " " + each.getKey() + "=" + shown(each.getValue()))
            .collect(Collectors.joining());
    return "%s %s %s%s"
        .formatted(fields.get("time"), fields.get("level"), fields.get("event"), more);
  }

  private static String shown(Object value) {
    String text = Console.shown(value.toString());
    return text.isEmpty() || TO_QUOTE.matcher(text).find()
        ? "\"" + text.replace("\"", "\\\"") + "\""
        : text;
  }

  @Override
  public void flush() {
    console.flush();
  }

  /**
   * The JDK takes all handlers away when the process is asked to end, while there is still
   * something to tell: this one comes back, for what is ours.
   */
  @Override
  public void close() {
    isEnding = true;
    Logger.getLogger("").addHandler(this);
  }

  /** Fills in a message's parameters. */
  private static final class Message extends Formatter {
    @Override
    public String format(LogRecord logged) {
      return formatMessage(logged);
    }
  }
}
