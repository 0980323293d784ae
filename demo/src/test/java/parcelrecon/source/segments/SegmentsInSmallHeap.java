package parcelrecon.source.segments;

import static parcelrecon.source.segments.EventSettings.WINDOW;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourcePlan;

/** Plans and reads segments in a process of its own with little memory, and counts the records. */
final class SegmentsInSmallHeap implements RecordSink {

  private static final long SPLIT_BYTES = 32L << 20;

  private long accepted;

  private SegmentsInSmallHeap() {}

  public static void main(String[] arguments) {
    SegmentsInSmallHeap counting = new SegmentsInSmallHeap();
    long began = System.nanoTime();
    try (Source source = EventSettings.segments(Path.of(arguments[0]), arguments[1])) {
      SourcePlan plan = source.plan(new PlanRequest(WINDOW, SPLIT_BYTES));
      long planned = System.nanoTime();
      plan.splits().forEach(split -> source.read(split, counting));
      System.out.printf(
          "plan %d ms, read %d ms (%d ms of processor in all), %d splits%n",
          TimeUnit.NANOSECONDS.toMillis(planned - began),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - planned),
          ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis(),
          plan.splits().size());
    }
    System.out.println(counting.accepted + " accepted");
  }

  /** The last line such a process prints. */
  static String read(String heap, Path folder, String pattern) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + heap,
                  "-cp",
                  System.getProperty("java.class.path"),
                  SegmentsInSmallHeap.class.getName(),
                  folder.toString(),
                  pattern)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed = new String(process.getInputStream().readAllBytes());
      process.waitFor();
      System.out.printf("%s at -Xmx%s: %s%n", pattern, heap, printed);
      return printed.lines().reduce((before, last) -> last).orElse("");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void accept(SourceRecord row) {
    accepted++;
  }

  @Override
  public void reject(Reject reject) {
    throw new IllegalStateException(reject.reason());
  }

  @Override
  public void filter() {
    throw new IllegalStateException("nothing is to be left out");
  }
}
