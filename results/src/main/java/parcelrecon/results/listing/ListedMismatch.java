package parcelrecon.results.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import parcelrecon.model.Incident;
import parcelrecon.model.Outbound;
import parcelrecon.model.Verdict;
import parcelrecon.results.StoreOfParcel;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/**
 * A mismatch as the list shows it.
 *
 * @param group the consumer group of EVENT_NOT_CONSUMED; empty for all other kinds
 * @param verdict absent without a completed outbound
 * @param storeId empty when no record tells; at most {@link #STORE_CHARACTERS_MAX} characters
 * @param phases those in which the parcel was picked up: positions in the incident's list, from 0
 * @param requestedAt of the outbound that is shown of the parcel; null when not known
 * @param completedAt likewise
 * @param facts what a reviewer relies on, in one text (see {@link Facts})
 */
public record ListedMismatch(
    String parcelId,
    MismatchKind kind,
    String group,
    Proof proof,
    Standing standing,
    Optional<Verdict> verdict,
    String storeId,
    List<Integer> phases,
    Stake stake,
    Instant requestedAt,
    Instant completedAt,
    String facts,
    Review review) {

  /** A longer one is cut: an index entry has to hold it beside the parcel's id. */
  public static final int STORE_CHARACTERS_MAX = 200;

  /**
   * What is to be moved, in minor units of {@code currency}; null where nothing is. Of NOT_DUE it
   * may still come by itself.
   */
  public record Stake(String currency, Long toCollectMinor, Long toRefundMinor) {

    /** The greater of both: they are never netted. Empty when nothing is to be moved. */
    public OptionalLong minor() {
      return toCollectMinor == null && toRefundMinor == null
          ? OptionalLong.empty()
          : OptionalLong.of(Math.max(orZero(toCollectMinor), orZero(toRefundMinor)));
    }

    /** The {@link StakeBand} of {@link #minor}; 0 when nothing is to be moved. */
    int band() {
      return minor().isPresent() ? StakeBand.of(minor().getAsLong()) : 0;
    }

    private static long orZero(Long minor) {
      return minor == null ? 0 : minor;
    }
  }

  /**
   * How far its review is.
   *
   * @param decision null while it is open
   * @param assignee null while it is nobody's
   * @param number of the review that said so; null before the first
   */
  public record Review(String decision, String assignee, Long number) {
    public static final Review NONE = new Review(null, null, null);
  }

  public ListedMismatch {
    phases = List.copyOf(phases);
  }

  /** The mismatches of a parcel in their order, nothing of them reviewed. */
  public static List<ListedMismatch> of(Judgement parcel, Incident incident) {
    Standing standing = parcel.standing();
    String store = store(StoreOfParcel.of(parcel.evidence()));
    List<Incident.Phase> phases = incident.phasesOf(parcel.evidence());
    List<Integer> positions =
        IntStream.range(0, incident.phases().size())
            .filter(position -> phases.contains(incident.phases().get(position)))
            .boxed()
            .toList();
    Optional<Outbound> subject = parcel.evidence().subject();
    return parcel.mismatches().stream()
        .map(
            mismatch ->
                new ListedMismatch(
                    mismatch.parcelId(),
                    mismatch.kind(),
                    mismatch.group(),
                    mismatch.proof(),
                    standing,
                    parcel.verdict(),
                    store,
                    positions,
                    stake(mismatch.amounts()),
                    subject.map(Outbound::requestedAt).orElse(null),
                    subject.map(Outbound::completedAt).orElse(null),
                    Facts.of(mismatch, standing, parcel.verdict()),
                    Review.NONE))
        .toList();
  }

  /** Where it stands in the list. */
  public ListingPosition position() {
    return new ListingPosition(parcelId, kind.name(), group);
  }

  static String store(String storeId) {
    String id = storeId == null ? "" : storeId;
    int characters = id.codePointCount(0, id.length());
    return id.substring(0, id.offsetByCodePoints(0, Math.min(STORE_CHARACTERS_MAX, characters)));
  }

  private static Stake stake(Mismatch.Amounts amounts) {
    return new Stake(amounts.currency(), amounts.toCollectMinor(), amounts.toRefundMinor());
  }
}
