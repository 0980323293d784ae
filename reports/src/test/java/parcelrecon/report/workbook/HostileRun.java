package parcelrecon.report.workbook;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleRunAround;
import parcelrecon.rule.MismatchKind;

/** A run whose ids and texts are those that break files, or that programs change. */
final class HostileRun extends SampleRunAround {

  /** Ids as a site could have them, which a spreadsheet takes for something else. */
  static final List<String> NUMBER_LIKE =
      List.of("00123", "1E5", "12345678901234567890", "2022-04-13", "1/2", "TRUE", "0x1F", "1,280");

  static final List<String> FORMULA_LIKE =
      List.of("=1+1", "+886912345678", "-5", "@SUM(A1)", "\t=1+1", "\r=1+1");

  static final List<String> AWKWARD =
      List.of(
          "_x0041_B",
          "a_x000D_b_x0041_c",
          "_x005F_x0041_",
          "a<b>&\"c'",
          "]]>",
          "門市\uD83D\uDCE6",
          "two\nlines",
          " blanks ",
          "P\u200F\u202E");

  private HostileRun() {
    super(
        SampleRun.of(
            List.of(NUMBER_LIKE, FORMULA_LIKE, AWKWARD).stream()
                .flatMap(List::stream)
                .map(
                    id ->
                        SampleParcel.parcel(id)
                            .in(id)
                            .cod(12)
                            .pickedUp("19:42:39", 9_100)
                            .told("19:42:39")
                            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
                            .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
                            .verdict(Verdict.UNKNOWN)
                            .row())
                .toList()));
  }

  static HostileRun some() {
    return new HostileRun();
  }

  /** Whatever bytes were in a file: control characters, halves of characters, very long rows. */
  @Override
  public void forEachReject(Consumer<Reject> reject) {
    IntStream.range(0, 32)
        .mapToObj(control -> "a" + (char) control + "b")
        .forEach(text -> reject.accept(of(text)));
    for (String text : List.of("\uD83D", "x\uDCE6y", "\uFFFE\uFFFF", "x".repeat(40_000))) {
      reject.accept(of(text));
    }
  }

  private static Reject of(String text) {
    return new Reject(
        SourceName.PAYMENTS,
        new RecordRef.FileLine(SourceName.PAYMENTS, "till.csv", 7),
        null,
        "reason " + text,
        text);
  }
}
