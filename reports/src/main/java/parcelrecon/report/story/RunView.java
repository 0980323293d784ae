package parcelrecon.report.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.model.Incident;
import parcelrecon.model.Store;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.rule.JudgingContext;

/**
 * What everything that is told of a run shares, read once.
 *
 * @param stores the site's store list by id
 */
public record RunView(
    RunResults results,
    RunRow run,
    JudgingContext context,
    Texts texts,
    Map<String, Store> stores) {

  public static RunView of(RunResults results, Texts texts) {
    return new RunView(
        results,
        results.run(),
        results.context(),
        texts,
        results.storeList().stream()
            .collect(Collectors.toMap(Store::storeId, store -> store, (first, second) -> first)));
  }

  public Incident incident() {
    return run.incident();
  }

  public ZoneId zone() {
    return incident().window().zone();
  }

  /** The store as the site lists it; one with nothing but its id where it does not. */
  public Store store(String storeId) {
    String id = storeId == null ? "" : storeId;
    return stores.getOrDefault(id, new Store(id, "", "", "", ""));
  }

  /** The phases of the incident in which the parcel was picked up. */
  public List<Incident.Phase> phases(ParcelRow parcel) {
    return incident().phasesOf(parcel.evidence());
  }

  /** The time of day; with its date where that is not the incident's first day. */
  public String clock(Instant instant) {
    return day(instant).equals(day(incident().window().from()))
        ? texts.time(instant, zone())
        : texts.dateTime(instant, zone());
  }

  /** As {@link #clock}, without seconds where they are zero. */
  public String shortClock(Instant instant) {
    String time = texts.shortTime(instant, zone());
    return day(instant).equals(day(incident().window().from()))
        ? time
        : texts.date(instant, zone()) + " " + time;
  }

  public LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone());
  }

  public LocalDate asOfDay() {
    return day(run.asOf());
  }
}
