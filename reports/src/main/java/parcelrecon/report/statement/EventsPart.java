package parcelrecon.report.statement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.model.SourceName;
import parcelrecon.report.text.Texts;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import parcelrecon.rule.MismatchKind;

/** What became of the events, and which consumers stood still. */
final class EventsPart {

  private static final List<MismatchKind> KINDS =
      List.of(
          MismatchKind.EVENT_MISSING,
          MismatchKind.EVENT_LATE,
          MismatchKind.EVENT_DUPLICATED,
          MismatchKind.EVENT_BYPASSED,
          MismatchKind.EVENT_NOT_CONSUMED,
          MismatchKind.EVENT_WITHOUT_OUTBOUND,
          MismatchKind.EVENT_CONFLICTS,
          MismatchKind.REVERSAL_NOT_TOLD);

  private EventsPart() {}

  static void write(Account account, Document document) {
    document.heading(account.text("events"));
    if (!account.results().context().sources().has(SourceName.EVENTS)) {
      document.paragraph(account.text("events.notConfigured"));
      return;
    }
    document.tableHead("lr", account.text("events.what"), account.text("parcels"));
    for (MismatchKind kind : KINDS) {
      document.row(account.text("events." + kind), account.texts().number(parcels(account, kind)));
    }
    consumers(account, document);
  }

  /** A parcel has one mismatch of a kind; of EVENT_NOT_CONSUMED one for each group. */
  private static long parcels(Account account, MismatchKind kind) {
    return kind == MismatchKind.EVENT_NOT_CONSUMED
        ? account.findings().notConsumed()
        : account.mismatches(kind);
  }

  private static void consumers(Account account, Document document) {
    List<GroupOffsets> groups = account.results().context().events().groups();
    if (groups.isEmpty()) {
      document.paragraph(account.text("consumers.none"));
      return;
    }
    document.tableHead(
        "llll",
        account.text("consumers.group"),
        account.text("consumers.backlog"),
        account.text("consumers.since"),
        account.text("consumers.standsAt"));
    groups.stream()
        .sorted((left, right) -> left.group().compareTo(right.group()))
        .forEach(group -> consumer(account, group, document));
  }

  private static void consumer(Account account, GroupOffsets group, Document document) {
    Standstill standstill = account.findings().standstills().get(group.group());
    String none = account.texts().text("none");
    document.row(
        group.group(),
        standstill == null
            ? account.text("consumers.keptUp")
            : account.text("consumers.waits", standstill.events(), standstill.parcels()),
        standstill == null ? none : standstill.since().map(account::when).orElse(none),
        standstill == null ? none : standsAt(group, account.texts()));
  }

  private static String standsAt(GroupOffsets group, Texts texts) {
    return texts.list(
        group.committed().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(topic -> topic.getKey() + " " + partitions(topic.getValue()))
            .toList());
  }

  private static String partitions(Map<Integer, Long> offsets) {
    return offsets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(partition -> partition.getKey() + ":" + partition.getValue())
        .collect(Collectors.joining(" "));
  }
}
