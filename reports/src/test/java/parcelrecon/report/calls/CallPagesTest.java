package parcelrecon.report.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.report.SampleRun;
import parcelrecon.report.calls.CallPages.Part;
import parcelrecon.report.calls.CallPages.StoreLine;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.CallStore.StoreCalls;

class CallPagesTest {

  private final RunView view = RunView.of(SampleRun.incident(), Texts.of("en"));

  @TempDir Path folder;

  /** As the workbook has them. */
  private List<CallList.Line> lines() {
    try (CallList list = new CallList(view, folder)) {
      view.results().forEachParcel(list::add);
      List<CallList.Line> lines = new ArrayList<>();
      list.forEachLine(view.run().options().callers(), lines::add);
      return lines;
    }
  }

  private CallPages pages() {
    Map<String, Long> listed = new LinkedHashMap<>();
    lines().forEach(line -> listed.merge(line.call().storeId(), 1L, Long::sum));
    return CallPages.of(
        view,
        listed.entrySet().stream()
            .map(each -> new StoreCalls(each.getKey(), each.getValue(), each.getValue()))
            .toList());
  }

  @Test
  void stores_haveTheOrderAndTheCallers_ofTheWorkbook() {
    List<String> inWorkbook =
        lines().stream()
            .map(line -> line.caller() + " " + line.call().storeId())
            .distinct()
            .toList();
    assertThat(pages().stores())
        .extracting(line -> "Caller " + line.caller() + " " + line.store().storeId())
        .containsExactlyElementsOf(inWorkbook);
  }

  @Test
  void pages_holdEveryParcelOnce_andNoneMoreThanItMay() {
    CallPages pages =
        CallPages.of(
            view,
            List.of(
                new StoreCalls("A", 59, 1),
                new StoreCalls("B", 1, 1),
                new StoreCalls("C", 1, 1),
                new StoreCalls("D", 130, 1)));
    List<List<Part>> cut = pages.pages(line -> true);
    assertThat(cut)
        .allSatisfy(
            page ->
                assertThat(page.stream().mapToInt(Part::parcels).sum())
                    .isBetween(1, CallPages.PARCELS_MAX));
    assertThat(cut.stream().flatMap(List::stream).mapToInt(Part::parcels).sum()).isEqualTo(191);
    assertThat(cut.stream().flatMap(List::stream).filter(part -> of(part).equals("D")))
        .extracting(Part::skip)
        .containsExactly(0L, 60L, 120L);
    assertThat(pages.pages(line -> false)).isEmpty();
  }

  private static String of(Part part) {
    StoreLine line = part.line();
    return line.store().storeId();
  }
}
