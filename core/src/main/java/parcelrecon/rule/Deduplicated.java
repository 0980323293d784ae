package parcelrecon.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;

/**
 * A parcel's records, each counted once however often it was read, and how many were left out.
 *
 * @param duplicates records left out, by source; a source without any is absent
 */
public record Deduplicated(ParcelEvidence evidence, Map<SourceName, Long> duplicates) {

  public Deduplicated {
    duplicates = Map.copyOf(duplicates);
  }

  /**
   * Sorts out the records of one parcel. The result does not depend on their order; of several
   * equal rows the one with the least ref stays.
   */
  public static Deduplicated of(String parcelId, Collection<? extends SourceRecord> records) {
    List<Outbound> outbounds = unique(Outbound.class, records, Identity.OUTBOUND);
    List<Payment> payments = unique(Payment.class, records, Identity.PAYMENT);
    List<ParcelEvent> events = unique(ParcelEvent.class, records, Identity.EVENT);
    List<Attempt> attempts = unique(Attempt.class, records, Identity.ATTEMPT);
    List<Answer> answers = unique(Answer.class, records, Identity.ANSWER);
    List<RejectedRow> rejected = unique(RejectedRow.class, records, Identity.REJECTED);
    ParcelEvidence evidence =
        new ParcelEvidence(parcelId, outbounds, payments, events, attempts, answers, rejected);
    return new Deduplicated(evidence, duplicates(records, evidence));
  }

  private static <T extends SourceRecord> List<T> unique(
      Class<T> type, Collection<? extends SourceRecord> records, Identity<T> identity) {
    List<T> all = new ArrayList<>();
    for (SourceRecord record : records) {
      if (type.isInstance(record)) {
        all.add(type.cast(record));
      }
    }
    if (all.size() < 2) {
      return all;
    }
    Map<Object, T> counted = new HashMap<>();
    for (T record : all) {
      counted.merge(identity.key().apply(record), record, identity::greater);
    }
    return counted.values().stream().sorted(Comparator.comparing(SourceRecord::ref)).toList();
  }

  private static Map<SourceName, Long> duplicates(
      Collection<? extends SourceRecord> records, ParcelEvidence evidence) {
    Map<SourceName, Long> counts = new EnumMap<>(SourceName.class);
    records.forEach(record -> count(counts, record, 1));
    evidence.records().forEach(record -> count(counts, record, -1));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** Rejected rows were not accepted, so they are no duplicates either. */
  private static void count(Map<SourceName, Long> counts, SourceRecord record, long one) {
    if (!(record instanceof RejectedRow)) {
      counts.merge(record.ref().source(), one, Long::sum);
    }
  }
}
