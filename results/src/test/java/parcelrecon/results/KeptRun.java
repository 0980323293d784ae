package parcelrecon.results;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Coverage;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;
import parcelrecon.spill.Partitions;
import parcelrecon.spill.UnlistedWriter;

/** A finished run, put together parcel by parcel: what it found, followed, and read. */
public final class KeptRun {

  private final Map<String, Judgement> listed = new TreeMap<>();
  private final Map<String, List<Datafix>> datafixes = new HashMap<>();
  private final Map<String, Judgement> followed = new TreeMap<>();
  private final Map<String, UnlistedParcel> unlisted = new TreeMap<>();

  public KeptRun(List<Judgement> judgements, RandomParcels parcels) {
    judgements.forEach(judgement -> add(judgement, parcels));
  }

  public void add(Judgement judgement, RandomParcels parcels) {
    add(judgement, parcels.datafixes(judgement));
  }

  public void add(Judgement judgement, List<Datafix> suggestions) {
    listed.put(judgement.evidence().parcelId(), judgement);
    datafixes.put(judgement.evidence().parcelId(), suggestions);
  }

  public void addFollowed(Judgement withoutMismatch) {
    followed.put(withoutMismatch.evidence().parcelId(), withoutMismatch);
  }

  void addUnlisted(ParcelEvidence evidence, boolean inScope) {
    unlisted.put(
        evidence.parcelId(),
        new UnlistedParcel(
            evidence.parcelId(),
            inScope,
            evidence.subject().map(outbound -> outbound.state()).orElse(null),
            null,
            null,
            evidence.subject().map(outbound -> outbound.start()).orElse(null),
            evidence.subject().map(outbound -> outbound.end()).orElse(null),
            UnlistedParcel.Paid.NOT_KNOWN,
            UnlistedParcel.Screen.NOT_SEEN,
            evidence
                .records()
                .map(row -> row.ref().source())
                .filter(source -> source != SourceName.ANSWERS)
                .collect(Collectors.toSet())));
  }

  public Collection<Judgement> judgements() {
    return listed.values();
  }

  public List<Datafix> datafixes(String parcelId) {
    return datafixes.get(parcelId);
  }

  /** Of a parcel whose records are kept; else empty. */
  List<SourceRecord> records(String parcelId) {
    Judgement judgement = listed.getOrDefault(parcelId, followed.get(parcelId));
    return judgement == null ? List.of() : judgement.evidence().records().toList();
  }

  Set<RecordRef> refs(String parcelId) {
    return records(parcelId).stream().map(SourceRecord::ref).collect(Collectors.toSet());
  }

  Optional<SourceRecord> record(String parcelId, RecordRef ref) {
    return records(parcelId).stream().filter(row -> row.ref().equals(ref)).findFirst();
  }

  static String key(String parcelId, MismatchKind kind, String group) {
    return parcelId + "\0" + kind + "\0" + group;
  }

  public Set<String> openKeys() {
    Set<String> keys = new HashSet<>();
    open()
        .forEach(mismatch -> keys.add(key(mismatch.parcelId(), mismatch.kind(), mismatch.group())));
    return keys;
  }

  private Stream<Mismatch> open() {
    return listed.values().stream()
        .flatMap(judgement -> judgement.mismatches().stream())
        .filter(mismatch -> Datafix.isOpen(mismatch, datafixes.get(mismatch.parcelId())));
  }

  Map<String, Long> toCollect() {
    Map<String, Long> sums = new TreeMap<>();
    open()
        .filter(mismatch -> mismatch.proof() != Proof.NOT_DUE)
        .filter(mismatch -> mismatch.amounts().toCollectMinor() != null)
        .forEach(
            mismatch ->
                sums.merge(
                    mismatch.amounts().currency(), mismatch.amounts().toCollectMinor(), Long::sum));
    return sums;
  }

  /** Keeps it as the next run of the incident. */
  public long keep(ResultsDatabase database, int partitions) {
    long run = Runs.begin(database);
    Partitions spread = new Partitions(partitions);
    new PlanStore(database).save(run, Runs.plan(partitions, 1));
    for (int partition = 0; partition < partitions; partition++) {
      keep(database, run, spread, partition);
    }
    new ContextStore(database).save(run, context());
    new RunStore(database).end(run, RunState.COMPLETE, 0, Runs.AS_OF);
    return run;
  }

  private void keep(ResultsDatabase database, long run, Partitions spread, int partition) {
    List<Judgement> found = of(listed, spread, partition);
    UnlistedWriter others = new UnlistedWriter();
    of(unlisted, spread, partition).forEach(others::add);
    new PartitionStore(database)
        .finish(
            run,
            partition,
            found.iterator(),
            new PartitionStore.Others(others.finish(), of(followed, spread, partition).iterator()),
            Runs.totals(found.size(), 0));
    new SettleStore(database)
        .savePlanned(
            run,
            partition,
            found.stream()
                .map(
                    judgement ->
                        new PlannedParcel(
                            judgement.evidence().parcelId(),
                            judgement.standing(),
                            datafixes.get(judgement.evidence().parcelId())))
                .iterator(),
            SettleStore.Also.NOTHING);
  }

  private static <T> List<T> of(Map<String, T> parcels, Partitions spread, int partition) {
    return parcels.entrySet().stream()
        .filter(parcel -> spread.of(parcel.getKey()) == partition)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** In which every kind is looked for but those of phases. */
  private static JudgingContext context() {
    Map<SourceName, Coverage> coverage = new HashMap<>();
    for (SourceName source :
        List.of(SourceName.OUTBOUND, SourceName.PAYMENTS, SourceName.EVENTS, SourceName.ATTEMPTS)) {
      coverage.put(source, new Coverage(List.of()));
    }
    return new JudgingContext(
        Runs.WINDOW,
        List.of(),
        Runs.AS_OF,
        new RuleSettings(Map.of(), Tolerance.NONE),
        new JudgingContext.Sources(coverage, true, Optional.empty(), true),
        new JudgingContext.Events(
            "OUTBOUND_COMPLETED",
            Optional.of("OUTBOUND_REVERSED"),
            List.of("STOCK_TAKE"),
            List.of(
                new JudgingContext.GroupOffsets("fms", Map.of()),
                new JudgingContext.GroupOffsets("FMS-celery", Map.of()))));
  }
}
