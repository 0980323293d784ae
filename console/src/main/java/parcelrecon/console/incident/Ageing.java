package parcelrecon.console.incident;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.due.BusinessDays;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.EndSums;
import parcelrecon.results.RunRow;

/**
 * For how many business days what is open has been known: since the day of the run that first
 * listed it, as lists count it.
 */
final class Ageing {

  /** So many business days or fewer; the last has no end. */
  private static final List<Long> BANDS = List.of(1L, 3L, 7L, Long.MAX_VALUE);

  private final EndSums ends;
  private final Map<Long, LocalDate> days = new LinkedHashMap<>();
  private final LocalDate today;

  /**
   * @param runs those the sums are of
   * @param today in the incident's zone
   */
  Ageing(EndSums ends, List<RunRow> runs, ZoneId zone, LocalDate today) {
    this.ends = ends;
    this.today = today;
    runs.forEach(run -> days.put(run.run(), LocalDate.ofInstant(run.startedAt(), zone)));
  }

  /**
   * What has been open for {@code [from, to]} business days.
   *
   * @param to {@link Long#MAX_VALUE} of the last band
   */
  record Band(long from, long to, Sum sum) {

    /** Of a text that names it. */
    public String key() {
      return to == Long.MAX_VALUE ? "incident.age.over" : "incident.age.band";
    }
  }

  /** All bands, the youngest first. */
  public List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    long from = 0;
    for (long to : BANDS) {
      Sum sum = Sum.NONE;
      for (EndSums.Since since : ends.open()) {
        long age = days(since.run());
        sum = age >= from && age <= to ? sum.plus(1, since.sum()) : sum;
      }
      bands.add(new Band(from, to, sum));
      from = to + 1;
    }
    return bands;
  }

  /** Business days since a run. */
  public long days(long run) {
    return BusinessDays.between(days.get(run), today);
  }

  public List<EndSums.Oldest> oldest() {
    return ends.oldest();
  }
}
