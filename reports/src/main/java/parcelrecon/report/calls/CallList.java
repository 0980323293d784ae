package parcelrecon.report.calls;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parcelrecon.model.Store;
import parcelrecon.model.Verdict;
import parcelrecon.report.file.RowSorter;
import parcelrecon.report.file.SortKey;
import parcelrecon.report.story.RunView;
import parcelrecon.results.ParcelRow;

/**
 * The affected parcels that a store is called about, or told about, with who calls and in which
 * order. All of them, however many: they are sorted outside of memory, by how pressing they are as
 * they come, and then as they are listed.
 */
public final class CallList implements AutoCloseable {

  private final RunView view;
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
    this.byPriority = new RowSorter(folder.resolve("calls-by-priority"));
    this.inOrder = new RowSorter(folder.resolve("calls-in-order"));
  }

  public void add(ParcelRow parcel) {
    StoreCall.of(view, parcel).ifPresent(this::add);
  }

  private void add(StoreCall call) {
    sizes.merge(share(call), 1L, Long::sum);
    if (call.isAsked() && call.deadline() != null) {
      nearestDeadline =
          nearestDeadline == null || call.deadline().isBefore(nearestDeadline)
              ? call.deadline()
              : nearestDeadline;
    }
    byPriority.add(pressing(call), CallBytes.of(new CallBytes.Ranked(0, call)));
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
        call.daysLeft(view));
  }

  private String share(StoreCall call) {
    return CallerShares.share(view.store(call.storeId()));
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
    if (!call.isAsked()) {
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
