package parcelrecon.report.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.SourceName;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** The part of a {@link Story} that is about money. That none was taken is said only if proven. */
final class MoneyStory {

  private final RunView view;
  private final ParcelRow parcel;
  private final List<String> clauses = new ArrayList<>();

  private MoneyStory(RunView view, ParcelRow parcel) {
    this.view = view;
    this.parcel = parcel;
  }

  static List<String> of(RunView view, ParcelRow parcel) {
    MoneyStory story = new MoneyStory(view, parcel);
    if (story.isPrepaid()) {
      story.say("prepaid");
    }
    if (view.context().sources().has(SourceName.PAYMENTS)) {
      story.taken();
      story.pending();
      story.moved("givenBack", Payment::isRefund);
    } else if (!story.isPrepaid()) {
      story.say("notLookedAt");
    }
    return story.clauses;
  }

  private void say(String key, Object... arguments) {
    clauses.add(view.texts().text("story.money." + key, arguments));
  }

  private boolean isPrepaid() {
    return parcel.subject().filter(each -> each.payment() == PaymentTerm.PREPAID).isPresent();
  }

  private void taken() {
    if (moved("paid", Payment::isCapture)) {
      other().ifPresent(this::due);
      if (!view.context().sources().paymentsIndependent()) {
        say("notIndependent");
      }
    } else if (!isPrepaid()) {
      nothing();
    }
  }

  private void due(Outbound subject) {
    if (subject.dueMinor() == 0) {
      say("nothingDue");
    } else {
      say("due", view.texts().money(subject.dueMinor(), subject.currency()));
    }
  }

  /** The pick-up, where what was paid is not just what was due. */
  private Optional<Outbound> other() {
    return parcel
        .subject()
        .filter(subject -> subject.payment() == PaymentTerm.COD)
        .filter(
            subject ->
                !sums(Payment::isCapture).equals(Map.of(subject.currency(), subject.dueMinor())));
  }

  private void nothing() {
    if (parcel.subject().filter(subject -> subject.dueMinor() == 0).isPresent()) {
      say("nothingDue");
    } else {
      say(uncollected().map(MoneyStory::absence).orElse("notFound"));
    }
  }

  private Optional<Proof> uncollected() {
    return parcel.mismatches().stream()
        .map(row -> row.mismatch())
        .filter(each -> each.kind() == MismatchKind.UNCOLLECTED)
        .map(Mismatch::proof)
        .findFirst();
  }

  private static String absence(Proof proof) {
    return switch (proof) {
      case CONFIRMED -> "none";
      case NOT_DUE -> "notDue";
      case UNVERIFIED -> "notFound";
    };
  }

  private void pending() {
    List<Payment> pending =
        payments(
            each -> each.kind() == PaymentKind.CAPTURE && each.state() == PaymentState.PENDING);
    if (!pending.isEmpty()) {
      say("pending", view.texts().money(sums(pending::contains)));
    }
  }

  /** Tells the money that moved one way, and whether any did. */
  private boolean moved(String key, Predicate<Payment> which) {
    List<Payment> moved = payments(which);
    if (moved.isEmpty()) {
      return false;
    }
    String amount = view.texts().money(sums(which));
    String when =
        moved.stream()
            .map(Payment::paidAt)
            .filter(each -> each != null)
            .max(Comparator.comparing(Moment::start))
            .map(this::when)
            .orElse("");
    if (moved.size() > 1) {
      say(when.isEmpty() ? key + ".several" : key + ".severalLast", amount, moved.size(), when);
    } else {
      say(when.isEmpty() ? key : key + ".at", amount, when);
    }
    return true;
  }

  private String when(Moment at) {
    return at.isDay() ? view.texts().date(at.start(), view.zone()) : view.clock(at.start());
  }

  private List<Payment> payments(Predicate<Payment> which) {
    return parcel.evidence().payments().stream()
        .filter(which)
        .filter(each -> each.amountMinor() > 0)
        .toList();
  }

  private Map<String, Long> sums(Predicate<Payment> which) {
    Map<String, Long> sums = new TreeMap<>();
    payments(which)
        .forEach(each -> sums.merge(each.currency(), each.amountMinor(), Math::addExact));
    return sums;
  }
}
