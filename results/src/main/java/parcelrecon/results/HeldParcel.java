package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import parcelrecon.model.RecordRef;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.outcome.Change;
import parcelrecon.outcome.Seen;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.News;

/**
 * A parcel about which a run found something, held against what another run says of it. Its records
 * are decoded only where one of its mismatches is not open any more.
 */
final class HeldParcel {

  private final RunSide before;
  private final StoredParcel then;
  private final RunSide after;
  private final Optional<StoredParcel> now;
  private final Optional<UnlistedParcel> unlisted;
  private Both both;

  /**
   * @param now absent where the run after kept no records of it
   * @param unlisted what it kept instead, having found nothing; absent where it saw nothing of it
   */
  HeldParcel(
      RunSide before,
      StoredParcel then,
      RunSide after,
      Optional<StoredParcel> now,
      Optional<UnlistedParcel> unlisted) {
    this.before = before;
    this.then = then;
    this.after = after;
    this.now = now;
    this.unlisted = unlisted;
  }

  boolean wasOpen(Mismatch mismatch) {
    return then.isOpen(mismatch);
  }

  /** What became of a mismatch that was open. */
  Change change(Mismatch mismatch) {
    if (now.isEmpty()) {
      return unlisted
          .map(parcel -> Change.of(mismatch, then.row().evidence(), parcel, after.lookedFor()))
          .orElse(Change.NOT_KNOWN);
    }
    return now.get().isOpen(mismatch)
        ? Change.OPEN
        : Change.of(mismatch, both().then(), both().now(), both().news());
  }

  /** By which records a healed mismatch went; empty where they were not kept. */
  List<RecordRef> healers(Mismatch mismatch) {
    return now.isEmpty() ? List.of() : Change.healers(mismatch, both().news());
  }

  private record Both(Seen then, Seen now, News news) {}

  private Both both() {
    if (both == null) {
      Seen seenThen = before.seen(then.row());
      Seen seenNow = after.seen(now.orElseThrow().row());
      both = new Both(seenThen, seenNow, News.between(seenThen.evidence(), seenNow.evidence()));
    }
    return both;
  }
}
