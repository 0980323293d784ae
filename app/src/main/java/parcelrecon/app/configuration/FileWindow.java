package parcelrecon.app.configuration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.problem.ExitCode;

/**
 * The window of an incident's file. Its times are read when asked for: what the command line
 * replaces is not judged.
 */
public final class FileWindow {

  /** The file leaves the window to the command line. */
  public static final FileWindow NONE = new FileWindow(Optional.empty(), null);

  private final Optional<Section> section;
  private final ZoneId zone;
  private final Optional<Value> from;
  private final Optional<Value> to;

  FileWindow(Optional<Section> section, ZoneId zone) {
    this.section = section;
    this.zone = zone;
    this.from = section.flatMap(window -> window.value("from"));
    this.to = section.flatMap(window -> window.value("to"));
    section.ifPresent(Section::end);
  }

  /** Whether the file says when the window begins, readable or not. */
  public boolean hasFrom() {
    return from.isPresent();
  }

  /** Whether the file says when the window ends, readable or not. */
  public boolean hasTo() {
    return to.isPresent();
  }

  /** Absent when it is not there or, which is told, cannot be read. */
  public Optional<Instant> from() {
    return from.flatMap(value -> value.instant(zone, ExitCode.USAGE));
  }

  /** Absent when it is not there or, which is told, cannot be read. */
  public Optional<Instant> to() {
    return to.flatMap(value -> value.instant(zone, ExitCode.USAGE));
  }

  /** Tells, with its line, that the window ends before it begins. */
  public void tellOutOfOrder() {
    section.ifPresent(
        window ->
            window.problem(
                ExitCode.USAGE,
                "window ends before it begins, or has no length",
                "Correct its times"));
  }
}
