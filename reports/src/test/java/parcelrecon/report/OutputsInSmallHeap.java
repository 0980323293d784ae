package parcelrecon.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Writes all outputs of many parcels in a process of its own with little memory. */
public final class OutputsInSmallHeap {

  private static final int CALLERS = 5;

  private OutputsInSmallHeap() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    long began = System.nanoTime();
    new RunOutputs(SampleSettings.of("en", CALLERS))
        .write(new ManyParcels(Integer.parseInt(arguments[1])), folder);
    System.out.printf(
        "%d s, workbook %d MB, peak heap %d MB%n",
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
        Files.size(folder.resolve("affected-parcels.xlsx")) >> 20,
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum()
            >> 20);
  }

  /** Whether the process ended well. */
  static boolean write(String heap, int groups, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OutputsInSmallHeap.class.getName(),
                folder.toString(),
                String.valueOf(groups))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes());
    System.out.printf("%d parcels at -Xmx%s: %s", groups * ManyParcels.GROUP, heap, printed);
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
