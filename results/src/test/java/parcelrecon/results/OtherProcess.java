package parcelrecon.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.rule.Judgement;

/** A JVM of its own on the results database, to be killed or to be small. */
final class OtherProcess implements AutoCloseable {

  static final long SEED = 7;

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * @param does a class with a main method, which gets the URL as its argument
   */
  static OtherProcess start(Class<?> does, ResultsSettings settings, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(does.getName(), settings.url()));
    return new OtherProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** The next line it prints; null when it ended without one. */
  String line() throws IOException {
    return output.readLine();
  }

  /** Ends it at once, as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Begins a run, finishes a split and a partition of it, says so and stays. */
  static final class FinishesAndStays {

    private FinishesAndStays() {}

    public static void main(String[] arguments) throws IOException {
      ResultsDatabase database = ResultsDatabase.open(Runs.settings(arguments[0]));
      long run = Runs.begin(database);
      new PlanStore(database).save(run, Runs.plan(1, 1));
      new SplitStore(database)
          .finish(
              run,
              SourceName.PAYMENTS,
              0,
              Runs.splitResult(10, 2),
              Stream.of(Runs.reject(3), Runs.reject(4)).iterator());
      new PartitionStore(database)
          .finish(run, 0, judged().iterator(), Runs.unlisted(), Runs.totals(50, 0));
      System.out.println("finished " + run);
      System.out.flush();
      System.in.read();
    }

    static List<Judgement> judged() {
      return new RandomParcels(SEED).judgements(50, "K");
    }
  }

  /** Keeps 50,000 mismatches and 80,000 long rejects, and reads them all back. */
  static final class StreamsMany {

    static final int MISMATCHES = 50_000;
    private static final int PARTITIONS = 16;
    private static final int REJECTS_OF_A_SPLIT = 8_000;
    private static final int SPLITS = 10;

    private StreamsMany() {}

    public static void main(String[] arguments) {
      try (ResultsDatabase database = ResultsDatabase.open(Runs.settings(arguments[0]))) {
        long run = Runs.begin(database);
        int mismatches = keepMismatches(database, run);
        keepRejects(database, run);
        int[] read = new int[2];
        StoredResults results = new StoredResults(database, run);
        results.forEachParcel(row -> read[0] += row.mismatches().size());
        results.forEachReject(reject -> read[1]++);
        System.out.printf(
            "%d mismatches kept, %d read; %d rejects kept, %d read%n",
            mismatches, read[0], SPLITS * REJECTS_OF_A_SPLIT, read[1]);
      }
    }

    private static int keepMismatches(ResultsDatabase database, long run) {
      int[] kept = new int[1];
      for (int partition = 0; partition < PARTITIONS; partition++) {
        RandomParcels random = new RandomParcels(SEED + partition);
        String prefix = "TW" + partition + "-";
        new PartitionStore(database)
            .finish(
                run,
                partition,
                Stream.iterate(0, number -> number + 1)
                    .takeWhile(number -> kept[0] < MISMATCHES)
                    .limit(MISMATCHES / PARTITIONS)
                    .map(number -> random.judgement(prefix + number))
                    .peek(judgement -> kept[0] += judgement.mismatches().size())
                    .iterator(),
                Runs.unlisted(),
                Runs.totals(0, 0));
      }
      return kept[0];
    }

    private static void keepRejects(ResultsDatabase database, long run) {
      new PlanStore(database).save(run, Runs.plan(PARTITIONS, SPLITS));
      for (int split = 0; split < SPLITS; split++) {
        long first = (long) split * REJECTS_OF_A_SPLIT;
        new SplitStore(database)
            .finish(
                run,
                SourceName.PAYMENTS,
                split,
                Runs.splitResult(REJECTS_OF_A_SPLIT, REJECTS_OF_A_SPLIT),
                LongStream.range(first, first + REJECTS_OF_A_SPLIT)
                    .mapToObj(StreamsMany::longReject)
                    .iterator());
      }
    }

    private static Reject longReject(long line) {
      Reject reject = Runs.reject(line + 1);
      return new Reject(
          reject.source(), reject.ref(), null, reject.reason(), String.valueOf(line).repeat(500));
    }
  }
}
