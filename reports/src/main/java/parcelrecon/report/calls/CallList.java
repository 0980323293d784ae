package parcelrecon.report.calls;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.Store;
import parcelrecon.model.Verdict;
import parcelrecon.report.file.Digest;
import parcelrecon.report.file.RowSorter;
import parcelrecon.report.file.SortKey;
import parcelrecon.report.story.RunView;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/**
 * The affected parcels that a store is called about, or told about, with who calls and in which
 * order. All of them, however many: they are sorted outside of memory, by how pressing they are as
 * they come, and then as they are listed.
 */
public final class CallList implements AutoCloseable {

  /** The tasks that bring a parcel onto the list, the most pressing first. */
  private static final List<Suggestion> TASKS =
      List.of(Suggestion.REVERT_OUTBOUND, Suggestion.ASK_STORE, Suggestion.INFORM_STORE);

  private static final int VERSION_CHARACTERS = 12;

  private final RunView view;
  private final CallWords words;
  private final RowSorter byPriority;
  private final RowSorter inOrder;
  private final Map<String, Long> sizes = new HashMap<>();
  private Instant nearestDeadline;

  /** A line of the list. */
  public record Line(long priority, String caller, Store store, StoreCall call, Long daysLeft) {}

  /**
   * @param folder of temporary files, one that lists of other runs do not use
   */
  public CallList(RunView view, Path folder) {
    this.view = view;
    this.words = new CallWords(view);
    this.byPriority = new RowSorter(folder.resolve("calls-by-priority"));
    this.inOrder = new RowSorter(folder.resolve("calls-in-order"));
  }

  public void add(ParcelRow parcel) {
    if (parcel.standing() == Standing.AFFECTED) {
      task(parcel).ifPresent(task -> add(parcel, task));
    }
  }

  private void add(ParcelRow parcel, Suggestion task) {
    StoreCall call = call(parcel, task);
    sizes.merge(share(call), 1L, Long::sum);
    if (task != Suggestion.INFORM_STORE && call.deadline() != null) {
      nearestDeadline =
          nearestDeadline == null || call.deadline().isBefore(nearestDeadline)
              ? call.deadline()
              : nearestDeadline;
    }
    byPriority.add(pressing(call), CallBytes.of(new CallBytes.Ranked(0, call)));
  }

  private static Optional<Suggestion> task(ParcelRow parcel) {
    List<Suggestion> all = parcel.datafixes().stream().map(Datafix::suggestion).toList();
    return TASKS.stream().filter(all::contains).findFirst();
  }

  private StoreCall call(ParcelRow parcel, Suggestion task) {
    Outbound subject = parcel.subject().orElse(null);
    StoreCall.Words said = words.of(parcel, task);
    StoreCall.Amounts amounts = amounts(parcel, subject);
    return new StoreCall(
        parcel.parcelId(),
        parcel.storeId() == null ? "" : parcel.storeId(),
        subject == null ? null : subject.orderId(),
        subject == null ? null : subject.payment(),
        amounts,
        said,
        parcel.verdict(),
        task,
        subject == null ? null : subject.pickupDeadline(),
        version(parcel, amounts, task));
  }

  /** Absent when the parcel is not on the list. */
  static Optional<String> version(ParcelRow parcel) {
    return task(parcel)
        .filter(task -> parcel.standing() == Standing.AFFECTED)
        .map(task -> version(parcel, amounts(parcel, parcel.subject().orElse(null)), task));
  }

  private static String version(ParcelRow parcel, StoreCall.Amounts amounts, Suggestion task) {
    return Digest.of(
        VERSION_CHARACTERS,
        String.valueOf(amounts),
        String.valueOf(task),
        String.valueOf(parcel.verdict()),
        String.valueOf(parcel.evidence()));
  }

  private static StoreCall.Amounts amounts(ParcelRow parcel, Outbound subject) {
    Mismatch.Amounts paid =
        parcel.mismatches().stream()
            .map(row -> row.mismatch().amounts())
            .filter(each -> each.paidMinor() != null)
            .findFirst()
            .orElse(Mismatch.Amounts.NONE);
    return new StoreCall.Amounts(
        subject == null ? paid.currency() : subject.currency(),
        subject == null ? null : Long.valueOf(subject.dueMinor()),
        paid.paidMinor(),
        parcel.mismatches().stream().anyMatch(CallList::isNotYetDue));
  }

  private static boolean isNotYetDue(MismatchRow row) {
    MismatchKind kind = row.mismatch().kind();
    return row.mismatch().proof() == Proof.NOT_DUE
        && (kind == MismatchKind.UNCOLLECTED || kind == MismatchKind.SHORT_PAID);
  }

  /** When the first pick-up of a parcel to be asked about or put back runs out. */
  public Optional<Instant> nearestDeadline() {
    return Optional.ofNullable(nearestDeadline);
  }

  /**
   * Goes through the whole list, sorted by caller, area, store, then the greatest amount due. Once,
   * when the last parcel was added.
   */
  public void forEachLine(int callers, Consumer<Line> line) {
    Map<String, Integer> shares = CallerShares.of(callers, sizes);
    Iterator<byte[]> pressing = byPriority.sorted();
    for (long priority = 1; pressing.hasNext(); priority++) {
      StoreCall call = CallBytes.read(pressing.next()).call();
      inOrder.add(listed(call, shares), CallBytes.of(new CallBytes.Ranked(priority, call)));
    }
    byPriority.close();
    inOrder.sorted().forEachRemaining(row -> line.accept(line(CallBytes.read(row), shares)));
  }

  private Line line(CallBytes.Ranked ranked, Map<String, Integer> shares) {
    StoreCall call = ranked.call();
    return new Line(
        ranked.priority(),
        view.texts().text("caller", shares.get(share(call))),
        view.store(call.storeId()),
        call,
        call.deadline() == null
            ? null
            : ChronoUnit.DAYS.between(view.asOfDay(), view.day(call.deadline())));
  }

  /** What goes to one caller as a whole: the area, or the store where its area is not known. */
  private String share(StoreCall call) {
    String area = view.store(call.storeId()).area();
    return area.isEmpty() ? call.storeId() : area;
  }

  private SortKey listed(StoreCall call, Map<String, Integer> shares) {
    return new SortKey()
        .by(shares.get(share(call)))
        .by(view.store(call.storeId()).area())
        .by(call.storeId())
        .byDescending(call.amounts().dueMajor())
        .by(call.parcelId());
  }

  /** Prepaid or on the shelf by deadline, then unpaid by amount. */
  private static SortKey pressing(StoreCall call) {
    int urgency = urgency(call);
    boolean byDeadline = urgency == 0 && call.deadline() != null;
    return new SortKey()
        .by(urgency)
        .by(byDeadline ? call.deadline() : Instant.MAX)
        .byDescending(call.amounts().unpaidMajor())
        .by(call.parcelId());
  }

  private static int urgency(StoreCall call) {
    if (call.task() == Suggestion.INFORM_STORE) {
      return 2;
    }
    boolean onShelf = call.verdict().filter(Verdict.ON_SHELF::equals).isPresent();
    return call.isPrepaid() || onShelf ? 0 : 1;
  }

  /** Removes the temporary files. */
  @Override
  public void close() {
    byPriority.close();
    inOrder.close();
  }
}
