package parcelrecon.console.calls;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import parcelrecon.console.calls.CallsView.CallView;
import parcelrecon.console.calls.CallsView.CallerView;
import parcelrecon.console.calls.CallsView.StoreView;
import parcelrecon.model.Answer;
import parcelrecon.report.calls.CallPages;
import parcelrecon.report.calls.CallPages.Part;
import parcelrecon.report.calls.CallPages.StoreLine;
import parcelrecon.report.calls.StoreCall;
import parcelrecon.report.calls.StoreLetter;
import parcelrecon.report.file.Digest;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.CallStore;
import parcelrecon.results.CallStore.Progress;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.ResultsDatabase;

/** Reads what a page of the call list shows: a line a store, and the parcels of one page. */
@Component
class CallReader {

  private static final int PLACE_CHARACTERS = 16;

  private static final Comparator<Answer> COUNTS_FIRST =
      Comparator.comparing(Answer::answeredAt).thenComparing(Answer::ref).reversed();

  private final ResultsDatabase database;
  private final AnswerStore answers;
  private final CallStore calls;

  CallReader(ResultsDatabase database) {
    this.database = database;
    this.answers = new AnswerStore(database);
    this.calls = new CallStore(database);
  }

  /** A page; the last one where the filter asks for one behind it. */
  CallsView read(RunCalls list, CallFilter filter, Texts texts) {
    Map<String, Progress> progress = list.progress();
    List<List<Part>> pages = list.pages().pages(line -> filter.fits(line, of(line, progress)));
    CallFilter shown = filter.onPage(Math.max(1, Math.min(filter.page(), pages.size())));
    RunView view = list.in(texts);
    List<Part> parts = pages.isEmpty() ? List.of() : pages.get(shown.page() - 1);
    return new CallsView(
        list.run(),
        shown,
        callers(list.pages(), progress, texts),
        list.pages().areas(),
        pages.size(),
        stores(parts, view, progress));
  }

  /** All that is shown of the parcels of a page is read together, and not store by store. */
  private List<StoreView> stores(List<Part> parts, RunView view, Map<String, Progress> progress) {
    ParcelLookup lookup = new ParcelLookup(database, view.run().run());
    Map<Part, List<StoreCall>> some = new LinkedHashMap<>();
    parts.forEach(part -> some.put(part, CallPages.calls(part, view, calls, lookup)));
    Map<String, List<Answer>> said =
        said(view, some.values().stream().flatMap(List::stream).toList());
    return some.entrySet().stream()
        .map(each -> store(each.getKey(), each.getValue(), said, view, progress))
        .toList();
  }

  /** A parcel of the list; absent when it is on none. */
  Optional<CallView> call(RunCalls list, String parcelId, Texts texts) {
    RunView view = list.in(texts);
    ParcelRow parcel =
        new ParcelLookup(database, list.run().run()).parcels(List.of(parcelId)).get(parcelId);
    return Optional.ofNullable(parcel)
        .flatMap(row -> StoreCall.of(view, row))
        .map(call -> call(call, view, said(view, List.of(call))));
  }

  /** What the page around a parcel shows of how far the calls are: no other parcel. */
  CallsView around(RunCalls list, CallView call, CallFilter filter, Texts texts) {
    Map<String, Progress> progress = list.progress();
    List<StoreView> store =
        list.pages().stores().stream()
            .filter(line -> line.calls().storeId().equals(call.call().storeId()))
            .map(line -> store(line, 0, List.of(), "", progress, texts))
            .toList();
    return new CallsView(
        list.run(), filter, callers(list.pages(), progress, texts), List.of(), 0, store);
  }

  private static Progress of(StoreLine line, Map<String, Progress> progress) {
    return progress.getOrDefault(line.calls().storeId(), Progress.NONE);
  }

  private static List<CallerView> callers(
      CallPages pages, Map<String, Progress> progress, Texts texts) {
    Map<Integer, CallerView> callers = new LinkedHashMap<>();
    for (StoreLine line : pages.stores()) {
      Progress made = of(line, progress);
      callers.merge(
          line.caller(),
          new CallerView(
              line.caller(),
              texts.text("caller", line.caller()),
              line.calls().listed(),
              line.calls().asked(),
              made),
          CallReader::sum);
    }
    return List.copyOf(callers.values());
  }

  private static CallerView sum(CallerView left, CallerView right) {
    return new CallerView(
        left.number(),
        left.name(),
        left.listed() + right.listed(),
        left.asked() + right.asked(),
        new Progress(
            left.progress().answered() + right.progress().answered(),
            left.progress().notReached() + right.progress().notReached()));
  }

  private static StoreView store(
      Part part,
      List<StoreCall> some,
      Map<String, List<Answer>> said,
      RunView view,
      Map<String, Progress> progress) {
    StoreLetter letter = new StoreLetter(view, part.line().store());
    some.forEach(letter::add);
    return store(
        part.line(),
        part.skip(),
        some.stream().map(call -> call(call, view, said)).toList(),
        letter.text(),
        progress,
        view.texts());
  }

  private static StoreView store(
      StoreLine line,
      long skip,
      List<CallView> calls,
      String letter,
      Map<String, Progress> progress,
      Texts texts) {
    return new StoreView(
        line.store(),
        "store-" + Digest.of(PLACE_CHARACTERS, line.store().storeId()),
        texts.text("caller", line.caller()),
        line.calls(),
        of(line, progress),
        skip + 1,
        letter,
        calls);
  }

  private Map<String, List<Answer>> said(RunView view, List<StoreCall> some) {
    return answers
        .answersTo(view.incident().id(), some.stream().map(StoreCall::parcelId).toList())
        .stream()
        .sorted(COUNTS_FIRST)
        .collect(Collectors.groupingBy(Answer::parcelId));
  }

  private static CallView call(StoreCall call, RunView view, Map<String, List<Answer>> said) {
    Texts texts = view.texts();
    StoreCall.Amounts amounts = call.amounts();
    return new CallView(
        call,
        "call-" + Digest.of(PLACE_CHARACTERS, call.parcelId()),
        money(amounts.dueMinor(), amounts.currency(), texts),
        amounts.notYetDue()
            ? texts.text("call.notYetDue")
            : money(amounts.paidMinor(), amounts.currency(), texts),
        call.deadline() == null ? "" : until(call.deadline(), call.daysLeft(view), view),
        said.getOrDefault(call.parcelId(), List.of()));
  }

  private static String until(Instant deadline, long daysLeft, RunView view) {
    return view.texts()
        .text(
            daysLeft < 0 ? "calls.past" : "calls.until",
            view.texts().date(deadline, view.zone()),
            Math.abs(daysLeft));
  }

  private static String money(Long minor, String currency, Texts texts) {
    return minor == null || currency == null ? "" : texts.money(minor, currency);
  }
}
