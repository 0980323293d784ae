package parcelrecon.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Store;
import parcelrecon.report.text.Texts;

/** A message to a store, ready to be sent: what happened, which parcels, what is asked. */
final class StoreLetter {

  private static final int PARCELS_MAX = 40;

  private StoreLetter() {}

  /**
   * @param calls all of the store; without any there is no letter
   */
  static String of(RunView view, Store store, List<StoreCall> calls) {
    if (calls.isEmpty()) {
      return "";
    }
    Texts texts = view.texts();
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.text(
            "letter.open",
            store.name().isEmpty() ? store.storeId() : store.name(),
            texts.date(view.incident().window().from(), view.zone()),
            texts.shortTime(view.incident().window().from(), view.zone()),
            texts.shortTime(view.incident().window().to(), view.zone())));
    section(Suggestion.ASK_STORE, calls, texts, lines);
    section(Suggestion.REVERT_OUTBOUND, calls, texts, lines);
    section(Suggestion.INFORM_STORE, calls, texts, lines);
    lines.add(texts.text("letter.close"));
    return String.join("\n", lines);
  }

  private static void section(
      Suggestion task, List<StoreCall> calls, Texts texts, List<String> lines) {
    List<StoreCall> of = calls.stream().filter(call -> call.task() == task).toList();
    if (!of.isEmpty()) {
      String parcels =
          of.stream()
              .limit(PARCELS_MAX)
              .map(call -> parcel(call, texts))
              .collect(Collectors.joining(", "));
      String more =
          of.size() > PARCELS_MAX ? " " + texts.text("more", of.size() - PARCELS_MAX) : "";
      lines.add(texts.text("letter." + task, parcels + more));
    }
  }

  private static String parcel(StoreCall call, Texts texts) {
    Long due = call.amounts().dueMinor();
    return due == null || due == 0 || call.isPrepaid()
        ? call.parcelId()
        : texts.text("letter.parcel", call.parcelId(), texts.money(due, call.amounts().currency()));
  }
}
