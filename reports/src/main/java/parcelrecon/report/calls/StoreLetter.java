package parcelrecon.report.calls;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Store;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;

/**
 * A message to a store, ready to be sent: what happened, which parcels, what is asked. Names the
 * first {@value #PARCELS_MAX} parcels of each task in the order of the call list, and tells how
 * many more there are.
 */
public final class StoreLetter {

  private static final int PARCELS_MAX = 40;

  private static final List<Suggestion> TASKS =
      List.of(Suggestion.ASK_STORE, Suggestion.REVERT_OUTBOUND, Suggestion.INFORM_STORE);

  private final RunView view;
  private final Texts texts;
  private final Store store;
  private final Map<Suggestion, List<String>> named = new EnumMap<>(Suggestion.class);
  private final Map<Suggestion, Long> unnamed = new EnumMap<>(Suggestion.class);

  public StoreLetter(RunView view, Store store) {
    this.view = view;
    this.texts = view.texts();
    this.store = store;
  }

  Store store() {
    return store;
  }

  public void add(StoreCall call) {
    List<String> parcels = named.computeIfAbsent(call.task(), task -> new ArrayList<>());
    if (parcels.size() < PARCELS_MAX) {
      parcels.add(parcel(call));
    } else {
      unnamed.merge(call.task(), 1L, Long::sum);
    }
  }

  private String parcel(StoreCall call) {
    List<String> facts = new ArrayList<>();
    Long due = call.amounts().dueMinor();
    if (due != null && due != 0 && !call.isPrepaid()) {
      facts.add(texts.text("letter.due", texts.money(due, call.amounts().currency())));
    }
    if (call.deadline() != null && call.task() != Suggestion.INFORM_STORE) {
      facts.add(texts.text("letter.until", texts.date(call.deadline(), view.zone())));
    }
    return facts.isEmpty() ? call.parcelId() : texts.aside(call.parcelId(), texts.clauses(facts));
  }

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.text(
            "letter.open",
            store.name().isEmpty() ? store.storeId() : store.name(),
            texts.date(view.incident().window().from(), view.zone()),
            texts.shortTime(view.incident().window().from(), view.zone()),
            texts.shortTime(view.incident().window().to(), view.zone())));
    TASKS.stream().filter(named::containsKey).map(this::section).forEach(lines::add);
    lines.add(texts.text("letter.close"));
    return String.join("\n", lines);
  }

  private String section(Suggestion task) {
    String parcels = texts.list(named.get(task));
    Long more = unnamed.get(task);
    return texts.text(
        "letter." + task, more == null ? parcels : texts.text("letter.more", parcels, more));
  }
}
