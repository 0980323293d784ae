package parcelrecon.schedule;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * Times on the wall clock, as cron has them: minute, hour, day of month, month and day of week, or
 * a macro such as {@code @daily}. Whoever reads them knows no zone: what a change of the clock
 * makes of a time is not decided here.
 */
public record Cron(CronExpression expression) {

  private static final int FIELDS = 5;
  private static final String ON_THE_MINUTE = "0 ";

  /** Absent where it is none. */
  public static Optional<Cron> parse(String text) {
    String form = text.strip();
    boolean isMacro = form.startsWith("@");
    String withSeconds = isMacro ? form : ON_THE_MINUTE + form;
    boolean isForm = isMacro || form.split("\\s+").length == FIELDS;
    return isForm && CronExpression.isValidExpression(withSeconds)
        ? Optional.of(new Cron(CronExpression.parse(withSeconds)))
        : Optional.empty();
  }

  /** The first time after another; absent when none comes any more. */
  public Optional<LocalDateTime> after(LocalDateTime time) {
    return Optional.ofNullable(expression.next(time));
  }
}
