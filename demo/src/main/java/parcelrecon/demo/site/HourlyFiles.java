package parcelrecon.demo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import parcelrecon.demo.story.Timeline;

/** Writes a file per hour, plain or zipped. */
final class HourlyFiles {

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HH").withZone(Timeline.ZONE);

  private HourlyFiles() {}

  static String name(Instant hour) {
    return HOUR.format(hour);
  }

  /** By the hour, each list in the order given. */
  static <T> Map<Instant, List<T>> byHour(List<T> rows, Function<T, Instant> time) {
    Map<Instant, List<T>> hours = new TreeMap<>();
    for (T row : rows) {
      Instant hour = time.apply(row).truncatedTo(ChronoUnit.HOURS);
      hours.computeIfAbsent(hour, none -> new ArrayList<>()).add(row);
    }
    return hours;
  }

  /** Zipped when its name says so. */
  static void write(Path file, CharSequence text) {
    try {
      Files.createDirectories(file.getParent());
      OutputStream out = Files.newOutputStream(file);
      boolean zipped = file.toString().endsWith(".gz");
      try (Writer writer =
          new java.io.OutputStreamWriter(
              zipped ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8)) {
        writer.append(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
