package parcelrecon.console.calls;

import java.util.List;
import parcelrecon.model.Answer;
import parcelrecon.model.Store;
import parcelrecon.report.calls.StoreCall;
import parcelrecon.results.CallStore.Progress;
import parcelrecon.results.CallStore.StoreCalls;
import parcelrecon.results.RunRow;

/**
 * A page of the call list.
 *
 * @param callers how far each is, whatever is shown below
 * @param pages how many there are
 */
record CallsView(
    RunRow run,
    CallFilter filter,
    List<CallerView> callers,
    List<String> areas,
    int pages,
    List<StoreView> stores) {

  /** How far one caller is. */
  record CallerView(int number, String name, long listed, long asked, Progress progress) {
    public long left() {
      return asked - progress.answered();
    }
  }

  /**
   * A store, and some of its parcels.
   *
   * @param place the id on the page of how far its calls are
   * @param first the first of them that are shown, counted from 1
   * @param letter a message to it, ready to be sent
   */
  record StoreView(
      Store store,
      String place,
      String caller,
      StoreCalls counts,
      Progress progress,
      long first,
      String letter,
      List<CallView> calls) {

    public long last() {
      return first + calls.size() - 1;
    }

    public boolean isPart() {
      return calls.size() < counts.listed();
    }
  }

  /**
   * A parcel.
   *
   * @param place its id on the page
   * @param due empty where it is not known, as are paid and until
   * @param answers all of them, the one that counts first
   */
  record CallView(
      StoreCall call, String place, String due, String paid, String until, List<Answer> answers) {}
}
