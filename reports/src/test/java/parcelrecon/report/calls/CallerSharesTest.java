package parcelrecon.report.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallerSharesTest {

  private static Map<String, Integer> shares(int callers, String... areas) {
    Map<String, Long> sizes =
        Stream.of(areas).collect(Collectors.groupingBy(area -> area, Collectors.counting()));
    return CallerShares.of(callers, sizes);
  }

  @Test
  void areas_goToTheCallerWithTheFewest_largestFirst() {
    assertThat(shares(2, "B", "A", "A", "A", "C", "B")).isEqualTo(Map.of("A", 1, "B", 2, "C", 2));
  }

  @Test
  void areas_goByName_whenTheyAreEquallyLarge() {
    assertThat(shares(3, "C", "B", "A")).isEqualTo(Map.of("A", 1, "B", 2, "C", 3));
  }

  @Test
  void areas_allGoToOne_whenThereIsOneCaller() {
    assertThat(shares(1, "A", "B")).isEqualTo(Map.of("A", 1, "B", 1));
  }
}
