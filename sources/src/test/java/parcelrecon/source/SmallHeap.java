package parcelrecon.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import parcelrecon.model.Coverage;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.source.open.Sources;

/** Reads payments in a process of its own with little memory, and counts them. */
public final class SmallHeap {

  private static final long SPLIT_BYTES = 32L << 20;

  private SmallHeap() {}

  public static void main(String[] arguments) {
    SomeSource payments = SomeSource.of(SourceName.PAYMENTS).in(Path.of(arguments[0]));
    SourceSettings settings =
        (arguments[1].endsWith(".xlsx") ? payments.xlsx(arguments[1]) : payments.csv(arguments[1]))
            .settings();
    long began = System.nanoTime();
    Counting counting = new Counting();
    try (Source source = Sources.open(settings)) {
      PlanRequest all = new PlanRequest(Window.all(ZoneId.of("Asia/Taipei")), SPLIT_BYTES);
      for (Split split : source.plan(all).splits()) {
        List<Coverage.Reason> reasons = source.read(split, counting);
        reasons.forEach(System.out::println);
      }
    }
    System.out.printf("%d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    System.out.printf(
        "%d accepted, %d rejected%n", counting.accepted.get(), counting.rejected.get());
  }

  /** The last line such a process prints. */
  public static String read(String heap, Path folder, String pattern) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + heap,
                  "-cp",
                  System.getProperty("java.class.path"),
                  SmallHeap.class.getName(),
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

  private static final class Counting implements RecordSink {
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    @Override
    public void accept(SourceRecord row) {
      accepted.incrementAndGet();
    }

    @Override
    public void reject(Reject reject) {
      rejected.incrementAndGet();
    }

    @Override
    public void filter() {
      throw new IllegalStateException("nothing is to be left out");
    }
  }
}
