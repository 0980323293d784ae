package parcelrecon.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2022-04-13, 2022-04-13, 0",
    "2022-04-13, 2022-04-14, 1",
    "2022-04-15, 2022-04-17, 0",
    "2022-04-15, 2022-04-18, 1",
    "2022-04-16, 2022-04-18, 1",
    "2022-04-13, 2022-04-27, 10",
    "2022-04-13, 2022-04-12, 0",
    "2021-04-13, 2022-04-13, 261"
  })
  void age_countsMondayToFriday(LocalDate day, LocalDate until, long age) {
    assertThat(BusinessDays.between(day, until)).isEqualTo(age);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0–1",
    "1, 0–1",
    "2, 2–3",
    "3, 2–3",
    "4, 4–7",
    "7, 4–7",
    "8, 8–14",
    "14, 8–14",
    "15, 15–30",
    "30, 15–30",
    "31, >30",
    "400, >30"
  })
  void band_holdsItsBounds(long age, String band) {
    assertThat(BusinessDays.band(age)).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-04-13, 0, 2022-04-13",
    "2022-04-13, 1, 2022-04-14",
    "2022-04-15, 1, 2022-04-18",
    "2022-04-16, 1, 2022-04-18",
    "2022-04-16, 5, 2022-04-22",
    "2022-04-17, 6, 2022-04-25",
    "2022-04-13, 10, 2022-04-27",
    "2022-04-13, 261, 2023-04-13"
  })
  void after_isTheFirstDayOfThatAge(LocalDate day, int businessDays, LocalDate until) {
    assertThat(BusinessDays.after(day, businessDays)).isEqualTo(until);
    assertThat(BusinessDays.between(day, until)).isEqualTo(businessDays);
  }
}
