package parcelrecon.results;

import java.nio.charset.StandardCharsets;
import parcelrecon.rule.Judgement;

/** A parcel of which a run kept the records, decoded only when they are asked for. */
public final class KeptParcel {

  private final StoredParcel stored;
  private final boolean isFollowed;
  private final boolean isOfReceipt;

  /**
   * @param isFollowed whether the run found nothing about it, but the first run of the incident had
   * @param isOfReceipt whether other parcels of its receipt may have settled what was found
   */
  KeptParcel(StoredParcel stored, boolean isFollowed, boolean isOfReceipt) {
    this.stored = stored;
    this.isFollowed = isFollowed;
    this.isOfReceipt = isOfReceipt;
  }

  public String parcelId() {
    return id(stored.key());
  }

  static String id(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }

  public boolean isFollowed() {
    return isFollowed;
  }

  public boolean isOfReceipt() {
    return isOfReceipt;
  }

  /** Whether something is left to be done about it. */
  public boolean isOpen() {
    return !stored.open().isEmpty();
  }

  /** About how many bytes its records take. */
  public int bytes() {
    return stored.records().length;
  }

  /** Without the mismatches that other parcels of its receipt settled. */
  public Judgement judgement() {
    return stored.judgement();
  }
}
