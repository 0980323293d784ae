package parcelrecon.results;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.spill.UnlistedWriter;

/** A database file with runs of the incident of 2022-04-13, for tests. */
public final class Runs {

  public static final Instant AS_OF = Instant.parse("2022-04-16T04:00:00.000000001Z");
  public static final Window WINDOW =
      new Window(
          Instant.parse("2022-04-13T11:33:00Z"),
          Instant.parse("2022-04-13T12:22:00Z"),
          ZoneId.of("Asia/Taipei"));

  private Runs() {}

  /** An H2 file in a folder. */
  public static ResultsSettings file(Path folder) {
    return settings("jdbc:h2:file:" + folder.resolve("results"));
  }

  public static ResultsSettings settings(String url) {
    return new ResultsSettings(url, Optional.empty(), Optional.empty());
  }

  public static long begin(ResultsDatabase database) {
    return new RunStore(database)
        .begin(incident("2022-04-13-kafka"), AS_OF, options(), configuration(), AS_OF);
  }

  public static Incident incident(String id) {
    return new Incident(
        id,
        "Kafka cluster down; \"門市\"",
        "TW",
        WINDOW,
        new Incident.Times(
            Optional.of(WINDOW.from()), Optional.empty(), Optional.empty(), Optional.of(AS_OF)),
        List.of(
            new Incident.Phase("down", "cluster down", WINDOW.from(), WINDOW.to(), true, false)),
        List.of(
            new Incident.Claim(
                "only a display problem",
                Optional.of(AS_OF),
                List.of(Verdict.HANDED_OVER, Verdict.HANDED_OVER_LATER)),
            new Incident.Claim("nothing", Optional.empty(), List.of())));
  }

  public static RunRow.Options options() {
    return new RunRow.Options(Path.of("/tmp/報表/out"), "zh-TW", 3, ScriptForm.TICKET, true);
  }

  public static RunRow.Configuration configuration() {
    return new RunRow.Configuration(
        "ab".repeat(32),
        "0.1.0",
        List.of(
            new RunRow.Setting("counter-timeout", "3s", false),
            new RunRow.Setting("tolerance", "0", true)));
  }

  /** A plan of two sources with {@code splits} splits each. */
  public static Plan plan(int partitions, int splits) {
    return new Plan(
        partitions,
        List.of(source(SourceName.OUTBOUND, splits), source(SourceName.PAYMENTS, splits)),
        List.of(),
        OptionalLong.empty());
  }

  private static PlannedSource source(SourceName name, int splits) {
    return new PlannedSource(
        name,
        "csv",
        false,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Reading.WINDOW,
        IntStream.range(0, splits)
            .mapToObj(
                ordinal ->
                    new PlannedSplit(
                        name, ordinal, 1_000, new TreeMap<>(Map.of("file", "a.csv", "from", "0"))))
            .toList());
  }

  public static PartitionTotals totals(long inScope, long clean) {
    return new PartitionTotals(
        Map.of(), inScope, clean, 0, 0, List.of(), List.of(), Map.of(), List.of(), List.of());
  }

  /** A block of the parcels about which nothing was found. */
  public static PartitionStore.Others unlisted(UnlistedParcel... parcels) {
    UnlistedWriter writer = new UnlistedWriter();
    Stream.of(parcels).forEach(writer::add);
    return new PartitionStore.Others(writer.finish(), Collections.emptyIterator());
  }

  public static SplitResult splitResult(long read, long rejected) {
    return new SplitResult(
        4,
        read,
        read - rejected,
        rejected,
        1,
        123_456,
        "c0ffee",
        Optional.of(AS_OF),
        List.of(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "a.csv", 17)));
  }

  /** A row of the payments' file that could not be read. */
  public static Reject reject(long line) {
    return new Reject(
        SourceName.PAYMENTS,
        new RecordRef.FileLine(SourceName.PAYMENTS, "a.csv", line),
        line % 2 == 0 ? "TW" + line : null,
        "amount \"12,50\" is not a decimal, expected e.g. 12.50",
        "TW" + line + ",\"12,50\"");
  }
}
