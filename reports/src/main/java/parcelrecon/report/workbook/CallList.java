package parcelrecon.report.workbook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.Store;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Verdict;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/**
 * The affected parcels that a store is called about, or told about, with who calls and in which
 * order. Held in memory as a whole, some 1 KB a parcel: hence at most {@value #CALLS_MAX}; how many
 * are left out is told.
 */
final class CallList {

  /** The tasks that bring a parcel onto the list, the most pressing first. */
  private static final List<Suggestion> TASKS =
      List.of(Suggestion.REVERT_OUTBOUND, Suggestion.ASK_STORE, Suggestion.INFORM_STORE);

  static final int CALLS_MAX = 50_000;

  private static final int VERSION_CHARACTERS = 12;

  private final RunView view;
  private final CallWords words;
  private final int max;
  private final List<StoreCall> calls = new ArrayList<>();
  private long leftOut;

  /** A line of the list. */
  record Line(int priority, String caller, Store store, StoreCall call, Long daysLeft) {}

  CallList(RunView view) {
    this(view, CALLS_MAX);
  }

  CallList(RunView view, int max) {
    this.view = view;
    this.max = max;
    this.words = new CallWords(view);
  }

  void add(ParcelRow parcel) {
    if (parcel.standing() == Standing.AFFECTED) {
      task(parcel).ifPresent(task -> add(parcel, task));
    }
  }

  private void add(ParcelRow parcel, Suggestion task) {
    if (calls.size() < max) {
      calls.add(call(parcel, task));
    } else {
      leftOut++;
    }
  }

  /** What must be said about the list as a whole; empty when it holds every parcel. */
  List<String> notes() {
    return leftOut == 0
        ? List.of()
        : List.of(view.texts().text("calls.leftOut", calls.size(), leftOut));
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
        Digest.of(
            VERSION_CHARACTERS,
            parcel.parcelId(),
            String.valueOf(amounts),
            String.valueOf(said),
            String.valueOf(parcel.verdict())));
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

  /** The calls of each store, in the order of parcel ids. */
  Map<String, List<StoreCall>> byStore() {
    return calls.stream().collect(Collectors.groupingBy(StoreCall::storeId));
  }

  /** When the first pick-up of a parcel to be asked about or put back runs out. */
  Optional<Instant> nearestDeadline() {
    return calls.stream()
        .filter(call -> call.task() != Suggestion.INFORM_STORE && call.deadline() != null)
        .map(StoreCall::deadline)
        .min(Comparator.naturalOrder());
  }

  /** Sorted by caller, area, store, then the greatest amount due. */
  List<Line> lines(int callers) {
    Map<String, Integer> priorities = priorities();
    Map<String, Integer> shares = CallerShares.of(callers, calls, this::share);
    Comparator<String> bytes = Utf8Order.COMPARATOR;
    return calls.stream()
        .sorted(
            Comparator.comparing((StoreCall call) -> shares.get(share(call)))
                .thenComparing(call -> view.store(call.storeId()).area(), bytes)
                .thenComparing(StoreCall::storeId, bytes)
                .thenComparing(call -> call.amounts().dueMajor(), Comparator.reverseOrder())
                .thenComparing(StoreCall::parcelId, bytes))
        .map(call -> line(call, priorities, shares))
        .toList();
  }

  private Line line(StoreCall call, Map<String, Integer> priorities, Map<String, Integer> shares) {
    return new Line(
        priorities.get(call.parcelId()),
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

  /** 1 is the most pressing: prepaid or on the shelf by deadline, then unpaid by amount. */
  private Map<String, Integer> priorities() {
    List<StoreCall> pressing =
        calls.stream()
            .sorted(
                Comparator.comparingInt(CallList::urgency)
                    .thenComparing(call -> urgency(call) == 0 ? deadline(call) : Instant.MAX)
                    .thenComparing(call -> call.amounts().unpaidMajor(), Comparator.reverseOrder())
                    .thenComparing(StoreCall::parcelId, Utf8Order.COMPARATOR))
            .toList();
    Map<String, Integer> priorities = new HashMap<>();
    pressing.forEach(call -> priorities.put(call.parcelId(), priorities.size() + 1));
    return priorities;
  }

  private static int urgency(StoreCall call) {
    if (call.task() == Suggestion.INFORM_STORE) {
      return 2;
    }
    boolean onShelf = call.verdict().filter(Verdict.ON_SHELF::equals).isPresent();
    return call.isPrepaid() || onShelf ? 0 : 1;
  }

  private static Instant deadline(StoreCall call) {
    return call.deadline() == null ? Instant.MAX : call.deadline();
  }
}
