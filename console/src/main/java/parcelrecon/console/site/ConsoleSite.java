package parcelrecon.console.site;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.retention.Retention;
import parcelrecon.schedule.RecheckTimes;
import parcelrecon.schedule.Schedule;
import parcelrecon.tell.TellSettings;

/** The site whose console this is, as its configuration describes it. */
public interface ConsoleSite {

  /** What the configuration is called: its file's name. */
  String name();

  /** Of times without an offset, and of times shown where no incident has its own. */
  ZoneId zone();

  /** Empty when the site names none. */
  String market();

  /** The language of outputs, and of pages where the browser wants none of ours. */
  String language();

  /** Where outputs of runs begun here go. */
  Path out();

  /** Where runs spill. */
  Path work();

  /** How long what runs leave is there. */
  Retention retention();

  /** Those that files of the site describe, as they are now. */
  List<KnownIncident> incidents();

  /** What is judged by the clock while the console runs. */
  List<Schedule> schedules();

  /** When open incidents are re-checked while the console runs; absent when they are not. */
  default Optional<RecheckTimes> rechecks() {
    return Optional.empty();
  }

  /** Whom schedules can tell. */
  TellSettings tell();

  /** The site as a run for this incident sees it. */
  Site site(Incident incident);
}
