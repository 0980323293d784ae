package parcelrecon.report.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.report.followup.FollowUpWords;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.SourceRow;
import parcelrecon.results.Totals;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** The sentences of the summary: the headline, what cannot be proven and why, what to do next. */
final class SummaryWords {

  private static final int REASONS_MAX = 8;

  /** Reasons that leave a source complete and still limit what can be said. */
  private static final Set<Coverage.Code> TELLING =
      Set.of(
          Coverage.Code.ROWS_OF_ANY_PARCEL,
          Coverage.Code.NO_BY_KEY,
          Coverage.Code.GROUP_WITHOUT_OFFSETS,
          Coverage.Code.GROUPS_NOT_SEEN,
          Coverage.Code.WITHOUT_TIMESTAMPS);

  private final RunView view;
  private final Overview overview;
  private final Texts texts;
  private final Totals totals;

  SummaryWords(RunView view, Overview overview) {
    this.view = view;
    this.overview = overview;
    this.texts = view.texts();
    this.totals = view.results().totals();
  }

  String title() {
    String title = view.incident().title();
    return title.isEmpty() ? view.incident().id() : title;
  }

  String when() {
    var window = view.incident().window();
    return texts.text(
        "summary.when",
        texts.dateTime(window.from(), window.zone()),
        texts.dateTime(window.to(), window.zone()),
        window.zone().getId(),
        texts.dateTime(view.run().asOf(), window.zone()));
  }

  /** As first found, where that differs: the incident stays what it was. */
  String headline() {
    return overview
        .followUp()
        .map(
            followUp ->
                texts.text(
                    "followUp.headline.then",
                    new FollowUpWords(followUp, texts, view.zone()).asOfThen(),
                    headline(followUp.then().shownAsFailed(), followUp.then().dayTotal())))
        .orElseGet(() -> headline(shownAsFailed(), view.run().dayTotal()));
  }

  private long shownAsFailed() {
    return totals.kinds().get(MismatchKind.SHOWN_AS_FAILED).mismatches();
  }

  private String headline(long shown, OptionalLong day) {
    return day.isEmpty()
        ? texts.text("summary.headlineOnly", shown)
        : texts.text(
            "summary.headline", shown, day.getAsLong(), texts.percent(shown, day.getAsLong()));
  }

  /** Of now, where that differs from what was first found: the headline of now is in it. */
  String secondLine() {
    Totals.Parcels parcels = totals.parcels();
    String others =
        texts.text(
            "summary.others",
            parcels.affected() - shownAsFailed(),
            parcels.downstreamOnly(),
            parcels.informational(),
            parcels.clean());
    return overview
        .followUp()
        .map(
            followUp ->
                texts.text(
                    "followUp.headline.now",
                    new FollowUpWords(followUp, texts, view.zone()).asOfNow(),
                    texts.text(
                        "join.sentences",
                        headline(shownAsFailed(), view.run().dayTotal()),
                        others)))
        .orElse(others);
  }

  List<String> notProvable() {
    List<String> all = new ArrayList<>();
    long unknown = totals.verdicts().getOrDefault(Verdict.UNKNOWN, 0L);
    if (unknown > 0) {
      all.add(texts.text("unproven.unknown", unknown, overview.unknownPrepaid()));
    }
    unverified()
        .forEach((about, count) -> all.add(texts.text("unproven.class", texts.name(about), count)));
    absent(all);
    List<String> reasons = reasons();
    all.addAll(reasons.subList(0, Math.min(REASONS_MAX, reasons.size())));
    if (reasons.size() > REASONS_MAX) {
      all.add(texts.text("unproven.more", reasons.size() - REASONS_MAX));
    }
    return all.isEmpty() ? List.of(texts.text("unproven.nothing")) : all;
  }

  private Map<MismatchClass, Long> unverified() {
    Map<MismatchClass, Long> counts = new EnumMap<>(MismatchClass.class);
    totals
        .kinds()
        .forEach(
            (kind, count) -> {
              if (count.unverified() > 0) {
                counts.merge(kind.mismatchClass(), count.unverified(), Long::sum);
              }
            });
    return counts;
  }

  private void absent(List<String> all) {
    JudgingContext.Sources sources = view.context().sources();
    for (SourceName name : List.of(SourceName.PAYMENTS, SourceName.EVENTS, SourceName.ATTEMPTS)) {
      if (!sources.has(name)) {
        all.add(texts.text("unproven.without." + name));
      }
    }
    if (sources.has(SourceName.PAYMENTS) && !sources.paymentsIndependent()) {
      all.add(texts.text("unproven.derived"));
    }
  }

  /**
   * In plain words, and each once; which file or which part it was stands on the sheet Evidence.
   */
  private List<String> reasons() {
    Set<String> all = new LinkedHashSet<>();
    for (SourceRow source : view.results().sources()) {
      for (Coverage.Reason reason : source.coverage().reasons()) {
        if (isTold(reason.code())) {
          all.add(
              texts.text(
                  "unproven.source",
                  source.name() == SourceName.EVENTS
                      ? texts.text("chart.messages")
                      : texts.name(source.name()),
                  texts.text("why." + reason.code())));
        }
      }
    }
    return List.copyOf(all);
  }

  static boolean isTold(Coverage.Code code) {
    return code.state() != Coverage.State.COMPLETE || TELLING.contains(code);
  }

  /** A sentence for each suggestion that occurs, with who does it. */
  List<String> nextSteps() {
    List<String> all = new ArrayList<>();
    for (Suggestion suggestion : Suggestion.values()) {
      long parcels = totals.datafixes().getOrDefault(suggestion, 0L);
      if (parcels > 0) {
        all.add(
            texts.text(
                "next.line",
                texts.text("role." + suggestion),
                texts.text("next." + suggestion, parcels)));
      }
    }
    overview
        .calls()
        .nearestDeadline()
        .ifPresent(
            deadline -> all.add(0, texts.text("next.deadline", texts.date(deadline, view.zone()))));
    return all.isEmpty() ? List.of(texts.text("next.nothing")) : all;
  }
}
