package parcelrecon.report.datafix;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.datafix.Confirmation;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Owner;
import parcelrecon.datafix.Precondition;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.report.datafix.change.Obstacle;
import parcelrecon.report.file.CsvFile;
import parcelrecon.report.text.Texts;
import parcelrecon.results.FoundParcels;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;

/**
 * tasks.csv: what a person does, a row each: parcels in their order, then the consumer groups. Its
 * {@code reason} is the kind of mismatch the task rests on, or the {@link Obstacle} for which it is
 * no statement and no replay line.
 */
final class TaskList implements AutoCloseable {

  private static final List<String> COLUMNS =
      List.of(
          "owner",
          "suggestion",
          "parcel_id",
          "group",
          "amount_minor",
          "currency",
          "reason",
          "sentence",
          "refs",
          "precondition",
          "evidence");

  private final CsvFile csv;
  private final Texts texts;
  private final Sums sums;

  TaskList(Path path, Texts texts, Sums sums) throws IOException {
    this.csv = CsvFile.create(path, COLUMNS);
    this.texts = texts;
    this.sums = sums;
  }

  void add(ParcelRow parcel, Datafix datafix) {
    add(parcel, datafix, datafix.standsOn().name(), "");
  }

  /**
   * @param details that the obstacle's sentence names
   */
  void add(ParcelRow parcel, Datafix datafix, Obstacle obstacle, Object... details) {
    String why = " " + texts.text("obstacle." + obstacle, details);
    add(parcel, datafix, obstacle.name(), why);
  }

  private void add(ParcelRow parcel, Datafix datafix, String reason, String why) {
    sums.add(datafix);
    boolean hasAmount = datafix.amountMinor() != null;
    csv.row(
        datafix.owner().text(),
        datafix.suggestion().name(),
        safe(parcel.parcelId()),
        safe(datafix.group()),
        hasAmount ? datafix.amountMinor().toString() : null,
        datafix.currency(),
        reason,
        safe(sentence(parcel, datafix) + why),
        safe(refs(parcel, datafix)),
        safe(texts.name(datafix.precondition())),
        safe(Grounds.text(parcel, datafix, texts)));
  }

  private String sentence(ParcelRow parcel, Datafix datafix) {
    String amount =
        datafix.amountMinor() == null
            ? texts.text("none")
            : texts.money(datafix.amountMinor(), datafix.currency());
    return texts.text(sentence(datafix), parcel.parcelId(), amount, texts.name(datafix.standsOn()));
  }

  /** What was refunded too much is claimed back; it was never collected. */
  private static String sentence(Datafix datafix) {
    String suggestion = "task." + datafix.suggestion();
    return datafix.standsOn() == MismatchKind.OVER_REFUNDED
            && datafix.suggestion() == Suggestion.CHECK_COLLECTION
        ? suggestion + "." + datafix.standsOn()
        : suggestion;
  }

  private static String refs(ParcelRow parcel, Datafix datafix) {
    return parcel.mismatches().stream()
        .map(row -> row.mismatch())
        .filter(mismatch -> mismatch.kind() == datafix.standsOn())
        .filter(mismatch -> mismatch.group().equals(datafix.group()))
        .map(Mismatch::refs)
        .flatMap(List::stream)
        .map(RecordRef::text)
        .collect(Collectors.joining(" "));
  }

  /** One task for a group that stands still; its refs are the offsets it stands at. */
  void addGroup(FoundParcels results, String group, long parcels) {
    Optional<GroupOffsets> offsets =
        results.context().events().groups().stream()
            .filter(each -> each.group().equals(group))
            .findFirst();
    String refs =
        offsets.stream()
            .flatMap(TaskList::standsAt)
            .sorted()
            .map(RecordRef::text)
            .collect(Collectors.joining(" "));
    csv.row(
        Owner.OPS.text(),
        Suggestion.RESUME_CONSUMER.name(),
        null,
        safe(group),
        null,
        null,
        "EVENT_NOT_CONSUMED",
        safe(texts.text("task." + Suggestion.RESUME_CONSUMER, group, parcels)),
        safe(refs),
        safe(texts.name(Precondition.CAUSE_GONE)),
        safe(texts.name(Confirmation.OFFSETS)));
  }

  private static Stream<RecordRef> standsAt(GroupOffsets offsets) {
    return offsets.committed().entrySet().stream()
        .flatMap(
            topic ->
                topic.getValue().entrySet().stream()
                    .map(
                        partition ->
                            new RecordRef.TopicOffset(
                                SourceName.EVENTS,
                                topic.getKey(),
                                partition.getKey(),
                                partition.getValue())));
  }

  long rows() {
    return csv.rows();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
