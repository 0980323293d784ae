package parcelrecon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/**
 * The clock of processes that libfaketime is loaded into: it can be set while they run. What they
 * measure time with (the monotonic clock) goes on, as it does when somebody sets a machine's clock.
 */
final class FakedClock {

  private static final String LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

  private final Path file;

  /**
   * Shows the time.
   *
   * @param file that is made
   */
  FakedClock(Path file) throws IOException {
    this.file = file;
    goWrongBy(Duration.ZERO);
  }

  /** From now on it is ahead by so much; behind where that is negative. */
  void goWrongBy(Duration wrong) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, "%+d\n".formatted(wrong.toSeconds()));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", LIBRARY,
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_NO_CACHE", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        // Else every timed wait of the Java machine ends at once, and its threads spin.
        "FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }
}
