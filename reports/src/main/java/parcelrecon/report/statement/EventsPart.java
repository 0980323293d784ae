package parcelrecon.report.statement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.model.SourceName;
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

  static void write(Account account, Markdown markdown) {
    markdown.heading(account.text("events"));
    if (!account.results().context().sources().has(SourceName.EVENTS)) {
      markdown.paragraph(account.text("events.notConfigured"));
      return;
    }
    markdown.tableHead("lr", account.text("events.what"), account.text("parcels"));
    for (MismatchKind kind : KINDS) {
      markdown.row(account.text("events." + kind), account.texts().number(parcels(account, kind)));
    }
    markdown.end();
    consumers(account, markdown);
  }

  /** A parcel has one mismatch of a kind; of EVENT_NOT_CONSUMED one for each group. */
  private static long parcels(Account account, MismatchKind kind) {
    return kind == MismatchKind.EVENT_NOT_CONSUMED
        ? account.findings().notConsumed()
        : account.mismatches(kind);
  }

  private static void consumers(Account account, Markdown markdown) {
    List<GroupOffsets> groups = account.results().context().events().groups();
    if (groups.isEmpty()) {
      markdown.paragraph(account.text("consumers.none"));
      return;
    }
    markdown.tableHead(
        "llll",
        account.text("consumers.group"),
        account.text("consumers.backlog"),
        account.text("consumers.since"),
        account.text("consumers.standsAt"));
    groups.stream()
        .sorted((left, right) -> left.group().compareTo(right.group()))
        .forEach(group -> consumer(account, group, markdown));
    markdown.end();
  }

  private static void consumer(Account account, GroupOffsets group, Markdown markdown) {
    Standstill standstill = account.findings().standstills().get(group.group());
    String none = account.texts().text("none");
    markdown.row(
        Markdown.safe(group.group()),
        standstill == null
            ? account.text("consumers.keptUp")
            : account.text("consumers.waits", standstill.events(), standstill.parcels()),
        standstill == null ? none : standstill.since().map(account::when).orElse(none),
        standstill == null ? none : Markdown.safe(standsAt(group)));
  }

  private static String standsAt(GroupOffsets group) {
    return group.committed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(topic -> topic.getKey() + " " + partitions(topic.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String partitions(Map<Integer, Long> offsets) {
    return offsets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(partition -> partition.getKey() + ":" + partition.getValue())
        .collect(Collectors.joining(" "));
  }
}
