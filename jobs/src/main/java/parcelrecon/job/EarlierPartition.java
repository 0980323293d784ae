package parcelrecon.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.spill.UnlistedWriter;

/** A partition as the earlier run left it, and what a re-check makes of it. */
final class EarlierPartition {

  private final KeptPartition kept;
  private final JudgingContext context;
  private final Map<SourceName, Reading> readings = new EnumMap<>(SourceName.class);
  private final Map<String, KeptParcel> asked = new HashMap<>();
  private final List<Judgement> left = new ArrayList<>();

  /**
   * @param context the earlier run's
   * @param sources the re-check's
   * @param followed the parcels that were affected when the incident was first found
   */
  EarlierPartition(
      KeptPartition kept,
      JudgingContext context,
      List<PlannedSource> sources,
      Set<String> followed) {
    this.kept = kept;
    this.context = context;
    sources.forEach(source -> readings.put(source.name(), source.reading()));
    for (KeptParcel parcel : kept.parcels()) {
      Judgement judgement = parcel.judgement();
      if (followed.contains(parcel.parcelId()) || mayChange(parcel, judgement)) {
        asked.put(parcel.parcelId(), parcel);
      } else {
        left.add(judgement);
      }
    }
  }

  /** Unless all that was found are facts that no other record takes away. */
  private static boolean mayChange(KeptParcel parcel, Judgement judgement) {
    return parcel.isOpen()
        || parcel.isOfReceipt()
        || judgement.mismatches().isEmpty()
        || judgement.restsOnAbsence();
  }

  /** Of the parcels that are asked for again. */
  Set<String> parcelIds() {
    return asked.keySet();
  }

  /** The others, as they were judged: what was found of them is for information. */
  List<Judgement> left() {
    return left;
  }

  /** About how many bytes the records of the parcels asked for take. */
  long bytes() {
    return asked.values().stream().mapToLong(KeptParcel::bytes).sum();
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
    return asked
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
              if (!asked.containsKey(parcel.parcelId())) {
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
    asked.values().forEach(parcel -> before.addParcel(parcel.judgement(), parcel.isFollowed()));
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
