package parcelrecon.outcome;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.News;

/** What became of a mismatch from one run of an incident to another (docs/rules.md 8). */
public enum Change {
  /** Open in both. */
  OPEN,
  /**
   * Open before; the later run looked for it and saw the records it rested on, but does not have
   * it, or has nothing left to be done for it.
   */
  HEALED,
  /** Open before; the later run could not have shown it. Absence heals nothing. */
  NOT_KNOWN,
  /** Open only after. */
  NEW,
  /** Open only after, and known to have been closed before. */
  REOPENED;

  /**
   * OPEN, HEALED or NOT_KNOWN.
   *
   * @param mismatch open then
   * @param news between the records of both
   */
  public static Change of(Mismatch mismatch, Seen then, Seen now, News news) {
    return new Sequel(then, now, news).change(mismatch);
  }

  /**
   * HEALED or NOT_KNOWN of a parcel about which nothing is found now and whose records were not
   * kept. HEALED needs a pick-up record like that of then, a record now in each source that lacked
   * one, and in each source of a record it rested on, where there was no other to be taken for it.
   */
  public static Change of(
      Mismatch mismatch, ParcelEvidence then, UnlistedParcel now, LookedFor lookedFor) {
    return now.inScope()
            && lookedFor.includes(mismatch)
            && now.sources().containsAll(mismatch.kind().absentFrom())
            && isSamePickUp(then, now)
            && mismatch.refs().stream()
                .map(RecordRef::source)
                .distinct()
                .allMatch(source -> isOnlyOne(then, source) && isStillSeen(source, now))
        ? HEALED
        : NOT_KNOWN;
  }

  /** By which records a HEALED mismatch went, as far as they are known; see {@link News#refs}. */
  public static List<RecordRef> healers(Mismatch mismatch, News news) {
    Set<SourceName> lacking = mismatch.kind().absentFrom();
    return Stream.<Set<SourceName>>of(lacking, Set.of(SourceName.OUTBOUND))
        .map(sources -> refs(news, sources))
        .filter(refs -> !refs.isEmpty())
        .findFirst()
        .orElseGet(news::refs);
  }

  private static List<RecordRef> refs(News news, Set<SourceName> sources) {
    return news.refs().stream().filter(ref -> sources.contains(ref.source())).toList();
  }

  private static boolean isSamePickUp(ParcelEvidence then, UnlistedParcel now) {
    return then.subject()
        .map(subject -> isSame(subject, now))
        .orElse(!now.sources().contains(SourceName.OUTBOUND) || then.outbounds().isEmpty());
  }

  private static boolean isSame(Outbound subject, UnlistedParcel now) {
    return subject.state() == now.state()
        && now.from() != null
        && subject.start().getEpochSecond() == now.from().getEpochSecond()
        && subject.end().getEpochSecond() == now.to().getEpochSecond();
  }

  private static boolean isOnlyOne(ParcelEvidence then, SourceName source) {
    return then.records().map(SourceRecord::ref).filter(ref -> ref.source() == source).count() == 1;
  }

  /** Answers are kept with the incident: none gets lost. */
  private static boolean isStillSeen(SourceName source, UnlistedParcel now) {
    return source == SourceName.ANSWERS || now.sources().contains(source);
  }
}
