package parcelrecon.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Ages in days from Monday to Friday; public holidays are not known. */
public final class BusinessDays {

  private static final int OF_A_WEEK = 5;
  private static final List<Integer> BAND_ENDS = List.of(1, 3, 7, 14, 30);

  private BusinessDays() {}

  /** How many business days came after {@code day}, up to and with {@code until}; at least 0. */
  public static long between(LocalDate day, LocalDate until) {
    if (!day.isBefore(until)) {
      return 0;
    }
    long weeks = ChronoUnit.DAYS.between(day, until) / 7;
    long rest =
        day.plusWeeks(weeks)
            .datesUntil(until)
            .filter(each -> isBusinessDay(each.plusDays(1)))
            .count();
    return weeks * OF_A_WEEK + rest;
  }

  private static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The first day by which so many business days came after {@code day}. */
  public static LocalDate after(LocalDate day, int businessDays) {
    return Stream.iterate(day.plusDays(1), each -> each.plusDays(1))
        .filter(BusinessDays::isBusinessDay)
        .limit(businessDays)
        .reduce(day, (earlier, later) -> later);
  }

  /** The band an age falls into: 0–1, 2–3, 4–7, 8–14, 15–30, &gt;30. */
  public static String band(long age) {
    long from = 0;
    for (int end : BAND_ENDS) {
      if (age <= end) {
        return from + "–" + end;
      }
      from = end + 1;
    }
    return ">" + (from - 1);
  }
}
