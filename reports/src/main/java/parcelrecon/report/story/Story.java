package parcelrecon.report.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Call;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.ParcelEvent;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.RuleSetting;

/**
 * What happened to a parcel, as one sentence that its records bear out: the screen, the system, the
 * money, what came after. What no record shows is not said.
 */
public final class Story {

  private final RunView view;
  private final ParcelRow parcel;
  private final Screen screen;
  private final List<String> clauses = new ArrayList<>();

  private Story(RunView view, ParcelRow parcel) {
    this.view = view;
    this.parcel = parcel;
    this.screen = Screen.of(parcel, view.incident().window());
  }

  public static String of(RunView view, ParcelRow parcel) {
    Story story = new Story(view, parcel);
    story.screen();
    story.system();
    story.clauses.addAll(MoneyStory.of(view, parcel));
    story.after();
    story.certainty();
    String all = view.texts().clauses(story.clauses);
    return view.texts()
        .text("story.sentence", Character.toUpperCase(all.charAt(0)) + all.substring(1));
  }

  private void say(String key, Object... arguments) {
    clauses.add(view.texts().text("story." + key, arguments));
  }

  private void screen() {
    if (screen.errors().size() > 1) {
      say("screen.errors", screen.errors().size(), clock(screen.last().get().endedAt()));
    } else if (screen.last().isPresent()) {
      error(screen.last().get());
    } else if (parcel.has(MismatchKind.SHOWN_AS_FAILED)) {
      slowest().ifPresentOrElse(this::slow, () -> say("screen.phase"));
    }
  }

  private void error(Call call) {
    boolean gaveUp = call.outcome() == AttemptOutcome.ABORTED;
    if (call.startedAt().equals(call.endedAt())) {
      say(gaveUp ? "screen.gaveUp" : "screen.error", clock(call.startedAt()));
    } else {
      say(
          gaveUp ? "screen.gaveUpAfter" : "screen.errorAfter",
          seconds(Duration.between(call.startedAt(), call.endedAt())));
    }
  }

  /** How long the slowest pick-up took; absent where it is not known of any. */
  private Optional<Duration> slowest() {
    return completed()
        .filter(each -> each.requestedAt() != null && each.completedAt() != null)
        .map(each -> Duration.between(each.requestedAt(), each.completedAt()))
        .max(Comparator.naturalOrder());
  }

  private void slow(Duration took) {
    boolean isSet = view.context().settings().isSet(RuleSetting.COUNTER_TIMEOUT);
    Duration waits = view.context().settings().of(RuleSetting.COUNTER_TIMEOUT);
    say(isSet ? "screen.slow" : "screen.slowAssumed", seconds(took), seconds(waits));
  }

  private Stream<Outbound> completed() {
    return parcel.evidence().outbounds().stream().filter(Outbound::isCompleted);
  }

  private void system() {
    List<Outbound> effective =
        parcel.evidence().outbounds().stream()
            .filter(Outbound::isEffective)
            .sorted(Comparator.comparing(Outbound::end))
            .toList();
    if (effective.size() > 1) {
      say(
          "system.several",
          effective.size(),
          clock(effective.get(0).end()),
          clock(effective.get(effective.size() - 1).end()));
    } else {
      parcel.subject().ifPresentOrElse(this::system, () -> say("system.none"));
    }
  }

  private void system(Outbound subject) {
    boolean isBegun = subject.state() == OutboundState.COMPLETED && subject.completedAt() == null;
    say(isBegun ? "system.BEGUN" : "system." + subject.state(), clock(subject.end()));
  }

  private void after() {
    Instant done = parcel.subject().map(Outbound::end).orElse(Instant.MAX);
    last(refused(done)).ifPresent(at -> say("after.refused", clock(at)));
    last(worked(done)).ifPresent(at -> say("after.worked", clock(at)));
    last(seen(done)).ifPresent(at -> say("after.seen", clock(at)));
    parcel.evidence().latestAnswer().ifPresent(this::answer);
  }

  private static Optional<Instant> last(Stream<Instant> times) {
    return times.max(Comparator.naturalOrder());
  }

  private Stream<Instant> refused(Instant done) {
    return Stream.concat(
            parcel.evidence().outbounds().stream()
                .filter(each -> each.state() == OutboundState.FAILED)
                .map(Outbound::start),
            parcel.evidence().calls().stream()
                .filter(call -> !call.isOk() && !screen.errors().contains(call))
                .map(Call::startedAt))
        .filter(at -> at.isAfter(done));
  }

  /** A call that worked after one that did not, or long after the pick-up: its own is neither. */
  private Stream<Instant> worked(Instant done) {
    Instant afterwards =
        done.equals(Instant.MAX)
            ? done
            : done.plus(view.context().settings().of(RuleSetting.RETRY_WINDOW));
    Instant firstError =
        screen.errors().stream()
            .map(Call::startedAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return parcel.evidence().calls().stream()
        .filter(Call::isOk)
        .map(Call::startedAt)
        .filter(at -> !at.isBefore(firstError) || at.isAfter(afterwards));
  }

  private Stream<Instant> seen(Instant done) {
    List<String> stillHere = view.context().events().stillHereTypes();
    return parcel.evidence().events().stream()
        .filter(event -> stillHere.contains(event.type()) && event.time() != null)
        .map(ParcelEvent::time)
        .filter(at -> at.isAfter(done));
  }

  private void answer(Answer answer) {
    Texts texts = view.texts();
    if (answer.answer() == StoreAnswer.UNREACHABLE) {
      say("after.unreachable", clock(answer.answeredAt()));
    } else {
      say("after.answer", clock(answer.answeredAt()), texts.name(answer.answer()));
    }
  }

  private void certainty() {
    boolean isOpen =
        parcel.mismatches().stream()
            .map(row -> row.mismatch())
            .anyMatch(
                each ->
                    each.kind().mismatchClass().makesAffected()
                        && each.proof() == Proof.UNVERIFIED);
    if (isOpen) {
      say("unverified");
    }
  }

  private String clock(Instant at) {
    return view.clock(at);
  }

  /** With one decimal: 9.1. */
  public static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3)
        .setScale(1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
