package parcelrecon.job;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parcelrecon.model.Answer;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.results.ChangedTotals;
import parcelrecon.results.KeptParcel;
import parcelrecon.results.KeptPartition;
import parcelrecon.results.PartitionTotals;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.results.PlannedSource;
import parcelrecon.results.Reading;
import parcelrecon.rule.JudgingContext;
import parcelrecon.spill.UnlistedWriter;

/** A partition as the earlier run left it, and what a re-check makes of it. */
final class EarlierPartition {

  private final KeptPartition kept;
  private final JudgingContext context;
  private final Map<SourceName, Reading> readings = new EnumMap<>(SourceName.class);
  private final Map<String, KeptParcel> parcels;

  /**
   * @param context the earlier run's
   * @param sources the re-check's
   */
  EarlierPartition(KeptPartition kept, JudgingContext context, List<PlannedSource> sources) {
    this.kept = kept;
    this.context = context;
    this.parcels = kept.parcels().stream().collect(Collectors.toMap(KeptParcel::parcelId, p -> p));
    sources.forEach(source -> readings.put(source.name(), source.reading()));
  }

  Set<String> parcelIds() {
    return parcels.keySet();
  }

  /** About how many bytes the records of all parcels take. */
  long bytes() {
    return kept.parcels().stream().mapToLong(KeptParcel::bytes).sum();
  }

  /** What the earlier run saw of a parcel, but for what this one reads again in its place. */
  List<SourceRecord> seen(String parcelId) {
    return records(parcelId, reading -> reading != Reading.WINDOW);
  }

  /** What of it counts beside all that this run reads and asks for. */
  List<SourceRecord> lasting(String parcelId) {
    return records(parcelId, Reading::countsEarlier);
  }

  private List<SourceRecord> records(String parcelId, Predicate<Reading> which) {
    return parcels
        .get(parcelId)
        .judgement()
        .evidence()
        .records()
        .filter(row -> !(row instanceof Answer))
        .filter(row -> readings.containsKey(row.ref().source()))
        .filter(row -> which.test(readings.get(row.ref().source())))
        .toList();
  }

  /** Adds the parcels that were on no list and are none of the re-check's. */
  void addUnlisted(UnlistedWriter unlisted) {
    kept.unlisted()
        .forEach(
            parcel -> {
              if (!parcels.containsKey(parcel.parcelId())) {
                unlisted.add(parcel);
              }
            });
    unlisted.leaveOut(kept.unlisted().leftOut());
  }

  /**
   * What is counted over all parcels of the partition.
   *
   * @param judgedAgain what is counted over the re-check's
   */
  PartitionTotals with(PartitionTotals judgedAgain) {
    PartitionTally before = new PartitionTally(context, List.of());
    kept.parcels().forEach(parcel -> before.addParcel(parcel.judgement(), parcel.isFollowed()));
    return ChangedTotals.of(kept.totals(), before.totals(), judgedAgain)
        .withSources(sources(judgedAgain.sources()));
  }

  /** Rows of what has not changed went where they had gone. */
  private Map<SourceName, SourceTotals> sources(Map<SourceName, SourceTotals> read) {
    Map<SourceName, SourceTotals> sources = new EnumMap<>(SourceName.class);
    sources.putAll(read);
    kept.totals()
        .sources()
        .forEach(
            (name, totals) -> {
              if (readings.get(name) == Reading.AS_BEFORE) {
                sources.put(name, totals);
              }
            });
    return sources;
  }
}
