package parcelrecon.report.followup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Followed;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.News;

/**
 * By which changes a parcel became what it is, in plain words: what is new or different in its
 * records since it was first found. What no record shows is not said.
 */
public final class ChangeWords {

  /** More changes of a parcel are told by their number. */
  private static final int CHANGES_MAX = 8;

  private final Texts texts;
  private final ZoneId zone;
  private final JudgingContext.Events events;

  /**
   * @param events which types of events say what
   */
  public ChangeWords(Texts texts, ZoneId zone, JudgingContext.Events events) {
    this.texts = texts;
    this.zone = zone;
    this.events = events;
  }

  /** At least one. */
  public List<String> of(Followed parcel) {
    News news = parcel.news();
    List<String> all = new ArrayList<>();
    news.answers().forEach(answer -> all.add(answer(answer)));
    Optional<Outbound> subject = parcel.then().subject();
    news.outbounds()
        .forEach(
            outbound ->
                all.add(
                    outbound(
                        outbound,
                        parcel.suggestedAsOf().filter(asOf -> outbound.then().equals(subject)))));
    news.payments().forEach(payment -> all.add(payment(payment)));
    news.events().forEach(event -> event(event).ifPresent(all::add));
    news.attempts().forEach(attempt -> all.add(attempt(attempt)));
    if (!news.unseen().isEmpty()) {
      all.add(say("unseen", news.unseen().size()));
    }
    if (all.isEmpty()) {
      return List.of(say("none"));
    }
    List<String> told = new ArrayList<>(all.subList(0, Math.min(CHANGES_MAX, all.size())));
    if (all.size() > CHANGES_MAX) {
      told.add(texts.text("more", all.size() - CHANGES_MAX));
    }
    return told;
  }

  private String say(String key, Object... arguments) {
    return texts.text("change." + key, arguments);
  }

  private String answer(Answer answer) {
    return answer.answer() == StoreAnswer.UNREACHABLE
        ? say("unreachable", when(answer.answeredAt()))
        : say("answer", when(answer.answeredAt()), texts.name(answer.answer()));
  }

  private String outbound(News.OutboundNews news, Optional<Instant> suggestedAsOf) {
    Outbound now = news.now();
    if (news.then().isEmpty()) {
      return begun(now);
    }
    Outbound then = news.then().get();
    String changed = versioned(changed(then, now), then, now);
    return then.state() == now.state()
        ? changed
        : suggestedAsOf
            .map(asOf -> say("suggested", changed, texts.date(asOf, zone)))
            .orElse(changed);
  }

  private String begun(Outbound now) {
    String at = when(now.end());
    return switch (now.state()) {
      case COMPLETED -> say("pickedUp", at);
      case PENDING -> say("begun", at);
      case FAILED -> say("refused", at);
      case REVERSED -> say("takenBack", at);
    };
  }

  private String changed(Outbound then, Outbound now) {
    if (then.state() != now.state()) {
      return state(then, now);
    }
    List<String> differences = new ArrayList<>();
    if (!then.end().equals(now.end())) {
      differences.add(say("pickedUpAgain", when(now.end()), when(then.end())));
    }
    if (then.dueMinor() != now.dueMinor() || !then.currency().equals(now.currency())) {
      differences.add(say("due", due(now), due(then)));
    }
    if (!Objects.equals(then.pickupDeadline(), now.pickupDeadline())) {
      differences.add(say("deadline", deadline(now), deadline(then)));
    }
    return differences.isEmpty() ? say("corrected") : texts.clauses(differences);
  }

  private String state(Outbound then, Outbound now) {
    boolean wasCompleted = then.state() == OutboundState.COMPLETED;
    if (wasCompleted && now.state() == OutboundState.REVERSED) {
      return say("putBack");
    }
    if (now.state() == OutboundState.COMPLETED) {
      return then.state() == OutboundState.REVERSED
          ? say("pickedUp", when(now.end()))
          : say("recorded", when(now.end()));
    }
    return say("state", texts.name(now.state()), texts.name(then.state()));
  }

  private String versioned(String changed, Outbound then, Outbound now) {
    return then.rowVersion() == null
            || now.rowVersion() == null
            || then.rowVersion().equals(now.rowVersion())
        ? changed
        : say("version", changed, then.rowVersion().toString(), now.rowVersion().toString());
  }

  private String due(Outbound outbound) {
    return texts.money(outbound.dueMinor(), outbound.currency());
  }

  private String deadline(Outbound outbound) {
    return outbound.pickupDeadline() == null
        ? texts.text("none")
        : texts.date(outbound.pickupDeadline(), zone);
  }

  private String payment(Payment payment) {
    String amount = texts.money(payment.amountMinor(), payment.currency());
    if (!payment.isCapture() && !payment.isRefund()) {
      return say("payment", texts.name(payment.kind()), amount, texts.name(payment.state()));
    }
    String key = payment.isCapture() ? "paid" : "givenBack";
    return payment.paidAt() == null
        ? say(key + "Sometime", amount)
        : say(key, amount, when(payment.paidAt()));
  }

  private String when(Moment at) {
    return at.isDay() ? texts.date(at.start(), zone) : when(at.start());
  }

  /** Absent where only systems among themselves would know what it says. */
  private Optional<String> event(ParcelEvent event) {
    if (events.reversalType().filter(event.type()::equals).isPresent()) {
      return Optional.of(say("toldBack"));
    }
    if (event.type().equals(events.outboundType())) {
      return Optional.of(say("told"));
    }
    if (event.time() == null) {
      return Optional.empty();
    }
    String key = events.stillHereTypes().contains(event.type()) ? "seen" : "noted";
    return Optional.of(say(key, when(event.time())));
  }

  private String attempt(Attempt attempt) {
    return say(attempt.isOk() ? "tryWorked" : "tryRefused", when(attempt.startedAt()));
  }

  /** 2022-04-15 15:00; a change is rarely of the incident's day. */
  private String when(Instant at) {
    return texts.date(at, zone) + " " + texts.shortTime(at, zone);
  }
}
