package parcelrecon.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.RecordRef.TopicOffset;
import parcelrecon.rule.JudgingContext.GroupOffsets;

/** What the watched consumer groups have not taken in yet. */
final class ConsumerRules {

  private ConsumerRules() {}

  /** EVENT_NOT_CONSUMED, one for each group. */
  static List<Finding> eventNotConsumed(ParcelFacts parcel) {
    Instant since = parcel.context().asOf().minus(parcel.setting(RuleSetting.EVENT_LATENESS));
    List<ParcelEvent> old =
        parcel.events().stream()
            .filter(event -> event.time() != null && event.time().isBefore(since))
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (GroupOffsets group : parcel.context().events().groups()) {
      List<ParcelEvent> waiting = old.stream().filter(notConsumedBy(group)).toList();
      if (!waiting.isEmpty()) {
        findings.add(Finding.of(MismatchKind.EVENT_NOT_CONSUMED, waiting).withGroup(group.group()));
      }
    }
    return findings;
  }

  /**
   * At or past the committed offset, or in a partition without one. A group without any offset in
   * the topic says nothing about it.
   */
  private static Predicate<ParcelEvent> notConsumedBy(GroupOffsets group) {
    return event -> {
      if (!(event.ref() instanceof TopicOffset at)) {
        return false;
      }
      Map<Integer, Long> committed = group.committed().getOrDefault(at.topic(), Map.of());
      Long offset = committed.get(at.partition());
      return offset == null ? !committed.isEmpty() : at.offset() >= offset;
    };
  }
}
