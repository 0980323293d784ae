package parcelrecon.console.parcels;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Incident;
import parcelrecon.model.Outbound;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Store;
import parcelrecon.report.story.Clocks;
import parcelrecon.report.story.RunView;
import parcelrecon.report.story.Story;
import parcelrecon.report.story.Timeline;
import parcelrecon.report.story.TimelineEntry;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/**
 * One parcel as its page shows it.
 *
 * @param onPickUpClock whether some times are told by a second clock
 * @param clocks what is known of the sources' clocks
 */
record ParcelView(
    String parcelId,
    String verdict,
    String story,
    List<Fact> facts,
    List<Found> found,
    List<Todo> todo,
    List<Happening> timeline,
    boolean onPickUpClock,
    List<String> clocks) {

  /** A label and what it is. */
  record Fact(String label, String value) {}

  /** A mismatch in words. */
  record Found(String kind, String about, String proof, List<String> amounts, String refs) {}

  /** A suggestion in words, with what must be confirmed first, by whom, and what it rests on. */
  record Todo(String what, String owner, String first, String restsOn) {}

  /** A record on the timeline; times to the millisecond, empty where there is none. */
  record Happening(
      String at,
      String onPickUpClock,
      String source,
      String what,
      String store,
      String amount,
      String ref) {}

  private static final int REFS_MAX = 20;

  static ParcelView of(RunView view, ParcelRow parcel) {
    Words words = new Words(view, parcel);
    Clocks clocks = new Clocks(view);
    return new ParcelView(
        parcel.parcelId(),
        parcel.verdict().map(view.texts()::name).orElse(""),
        Story.of(view, parcel),
        words.facts(),
        parcel.mismatches().stream().map(row -> words.found(row.mismatch())).toList(),
        parcel.datafixes().stream().map(words::todo).distinct().toList(),
        new Timeline(view, clocks).of(parcel).stream().map(words::happening).toList(),
        clocks.isAnyShifted(),
        clocks.notes());
  }

  private record Words(RunView view, ParcelRow parcel) {

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private Texts texts() {
      return view.texts();
    }

    private List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      Store store = view.store(parcel.storeId());
      add(facts, "storeId", (store.storeId() + " " + store.name()).strip());
      add(facts, "area", store.area());
      parcel.subject().ifPresent(subject -> add(facts, subject));
      add(
          facts,
          "phase",
          view.phases(parcel).stream()
              .map(Incident.Phase::label)
              .collect(Collectors.joining(", ")));
      return facts;
    }

    private void add(List<Fact> facts, Outbound subject) {
      add(facts, "orderId", subject.orderId());
      add(facts, "payment", texts().name(subject.payment()));
      add(facts, "due", texts().money(subject.dueMinor(), subject.currency()));
      add(facts, "state", texts().name(subject.state()));
      add(facts, "requestedAt", moment(subject.requestedAt()));
      add(facts, "completedAt", moment(subject.completedAt()));
      add(
          facts,
          "deadline",
          subject.pickupDeadline() == null ? "" : view.day(subject.pickupDeadline()).toString());
    }

    private void add(List<Fact> facts, String column, String value) {
      if (value != null && !value.isEmpty()) {
        facts.add(new Fact(texts().text("column." + column), value));
      }
    }

    private Found found(Mismatch mismatch) {
      String kind = texts().name(mismatch.kind());
      String of = mismatch.group().isEmpty() ? kind : texts().aside(kind, mismatch.group());
      return new Found(
          mismatch.reason() == null ? of : texts().aside(of, texts().name(mismatch.reason())),
          texts().name(mismatch.kind().mismatchClass()),
          texts().name(mismatch.proof()),
          amounts(mismatch),
          refs(mismatch.refs()));
    }

    private List<String> amounts(Mismatch mismatch) {
      Mismatch.Amounts amounts = mismatch.amounts();
      List<String> told = new ArrayList<>();
      told.add(amount("parcels.due", amounts.dueMinor(), amounts));
      told.add(amount("parcels.paid", amounts.paidMinor(), amounts));
      told.add(
          amount(
              mismatch.proof() == Proof.NOT_DUE ? "parcels.notYetDue" : "parcels.toCollect",
              amounts.toCollectMinor(),
              amounts));
      told.add(amount("parcels.toRefund", amounts.toRefundMinor(), amounts));
      told.removeIf(Objects::isNull);
      return told;
    }

    private String amount(String key, Long minor, Mismatch.Amounts amounts) {
      return minor == null ? null : texts().text(key, texts().money(minor, amounts.currency()));
    }

    private String refs(List<RecordRef> refs) {
      String listed =
          refs.stream().limit(REFS_MAX).map(RecordRef::text).collect(Collectors.joining("\n"));
      return refs.size() <= REFS_MAX
          ? listed
          : listed + "\n" + texts().text("more", refs.size() - REFS_MAX);
    }

    private Todo todo(Datafix datafix) {
      Set<MismatchKind> kinds =
          parcel.mismatches().stream()
              .map(row -> row.mismatch().kind())
              .collect(Collectors.toSet());
      return new Todo(
          texts().name(datafix.suggestion()),
          texts().name(datafix.owner()),
          texts().name(datafix.precondition()),
          texts()
              .clauses(
                  datafix.confirmedBy(parcel.evidence(), kinds).stream()
                      .map(texts()::name)
                      .toList()));
    }

    private Happening happening(TimelineEntry entry) {
      return new Happening(
          moment(entry.at()),
          moment(entry.onPickUpClock()),
          texts().name(entry.record().ref().source()),
          entry.what(),
          entry.storeId() == null ? "" : entry.storeId(),
          entry.amountMinor() == null ? "" : texts().money(entry.amountMinor(), entry.currency()),
          entry.record().ref().text());
    }

    private String moment(Instant at) {
      return at == null ? "" : MOMENT.format(at.atZone(view.zone()));
    }
  }
}
