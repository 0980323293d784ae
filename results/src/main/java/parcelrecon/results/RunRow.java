package parcelrecon.results;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;

/**
 * One run.
 *
 * @param asOf frozen when the run was planned
 * @param exitCode absent until it ended
 * @param dayTotal absent while unknown
 * @param answersThrough the greatest number of an answer the run may see
 * @param controlOf the run it is the control of; absent of every other
 * @param recheckOf the run whose parcels it asked for again, in place of reading the window; absent
 *     of every other
 * @param removedAt when what it found was taken away; absent as long as it is there
 */
public record RunRow(
    long run,
    Incident incident,
    Instant asOf,
    RunState state,
    OptionalInt exitCode,
    OptionalLong dayTotal,
    long answersThrough,
    Options options,
    Configuration configuration,
    Instant startedAt,
    Optional<Instant> endedAt,
    OptionalLong controlOf,
    OptionalLong recheckOf,
    Optional<Instant> removedAt) {

  /** Whether it is there only for another run to be compared with. */
  public boolean isControl() {
    return controlOf.isPresent();
  }

  /** Whether what it found can be read: it has ended with results, which were not taken away. */
  public boolean hasResults() {
    return state.hasResults() && removedAt.isEmpty();
  }

  /** How the run was asked for; {@code resume} goes on with the same. */
  public record Options(
      Path out, String language, int callers, ScriptForm form, boolean failOnMismatch) {}

  /**
   * @param sha256 of site and incident without secrets
   * @param settings every setting in force, in order, as the Evidence sheet shows them
   */
  public record Configuration(String sha256, String version, List<Setting> settings) {
    public Configuration {
      settings = List.copyOf(settings);
    }
  }

  /** One setting in force; {@code standard} when the site did not set it. */
  public record Setting(String key, String value, boolean standard) {}
}
