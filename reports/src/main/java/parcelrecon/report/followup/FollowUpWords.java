package parcelrecon.report.followup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.model.Verdict;
import parcelrecon.report.text.Texts;

/** A follow-up as people are told of it. */
public final class FollowUpWords {

  /** In the order they are told: what is done comes first. */
  private static final List<Progress> TOLD =
      List.of(Progress.HEALED, Progress.OPEN, Progress.NOT_KNOWN, Progress.NOTHING_TO_DO);

  private final FollowUp followUp;
  private final Texts texts;
  private final ZoneId zone;

  /** A number of parcels then and now; absent where it is not known. */
  public record Count(String name, OptionalLong then, OptionalLong now) {}

  /** Amounts in minor units by currency, then and now. */
  public record Amount(String name, Map<String, Long> then, Map<String, Long> now) {}

  public FollowUpWords(FollowUp followUp, Texts texts, ZoneId zone) {
    this.followUp = followUp;
    this.texts = texts;
    this.zone = zone;
  }

  public String text(String key) {
    return texts.text("followUp." + key);
  }

  public String asOfThen() {
    return when(followUp.then().asOf());
  }

  public String asOfNow() {
    return when(followUp.now().asOf());
  }

  private String when(Instant asOf) {
    return texts.dateTime(asOf, zone);
  }

  /** How many parcels are put right, open, not known, and when the two looks were. */
  public String summary() {
    return texts.text(
        "join.sentences", progress(), texts.text("followUp.asOf", asOfThen(), asOfNow()));
  }

  /** What there is none of is left out. */
  private String progress() {
    Map<Progress, Long> parcels = followUp.progress();
    List<String> clauses =
        TOLD.stream()
            .filter(each -> parcels.get(each) > 0 || each == Progress.HEALED)
            .map(each -> texts.text("followUp.progress." + each, parcels.get(each)))
            .toList();
    return texts.text("followUp.progress", followUp.then().affected(), texts.list(clauses));
  }

  public List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    counts.add(
        count("shownAsFailed", followUp.then().shownAsFailed(), followUp.now().shownAsFailed()));
    counts.add(count("others", followUp.then().others(), followUp.now().others()));
    counts.add(new Count(text("day"), followUp.then().dayTotal(), followUp.now().dayTotal()));
    for (Verdict verdict : Verdict.values()) {
      counts.add(
          where(
              texts.name(verdict),
              followUp.then().verdicts().getOrDefault(verdict, 0L),
              followUp.now().verdicts().getOrDefault(verdict, 0L)));
    }
    counts.add(
        where(
            texts.text("summary.noPickUp"),
            followUp.then().verdictsNone(),
            followUp.now().verdictsNone()));
    return counts;
  }

  private Count where(String where, long then, long now) {
    return new Count(
        texts.text("followUp.where", where), OptionalLong.of(then), OptionalLong.of(now));
  }

  private Count count(String key, long then, long now) {
    return new Count(text(key), OptionalLong.of(then), OptionalLong.of(now));
  }

  public List<Amount> amounts() {
    return List.of(
        new Amount(
            text("toCollect"), followUp.then().toCollectMinor(), followUp.now().toCollectMinor()),
        new Amount(
            text("toRefund"), followUp.then().toRefundMinor(), followUp.now().toRefundMinor()));
  }

  /** A sentence on the parcels affected only now; absent without any. */
  public Optional<String> fresh() {
    return followUp.fresh() > 0
        ? Optional.of(texts.text("statement.followUp.new", followUp.fresh()))
        : Optional.empty();
  }
}
