package parcelrecon.spill;

/** How many partitions a run has, and which one a parcel belongs to. */
public record Partitions(int count) {

  /** The planned bytes of one partition. */
  public static final long PLANNED_BYTES = 4L << 20;

  public static final int COUNT_MIN = 16;
  public static final int COUNT_MAX = 1024;

  public Partitions {
    if (count < 1) {
      throw new IllegalArgumentException("no partitions: " + count);
    }
  }

  /** Enough partitions for so many bytes, within the limits. */
  public static Partitions forBytes(long plannedBytes) {
    return new Partitions(
        (int) Math.max(COUNT_MIN, Math.min(COUNT_MAX, plannedBytes / PLANNED_BYTES + 1)));
  }

  /**
   * As {@link #forBytes}, and a multiple of another count, so that all parcels of a partition are
   * in one partition of that: {@code partition % count}. Where the limit does not allow a multiple
   * that is large enough, the largest there is.
   */
  public static Partitions forBytes(long plannedBytes, int count) {
    int wanted = forBytes(plannedBytes).count();
    int times = Math.max(1, Math.min((wanted + count - 1) / count, COUNT_MAX / count));
    return new Partitions(count * times);
  }

  public int of(String parcelId) {
    return Integer.remainderUnsigned(mix(parcelId.hashCode()), count);
  }

  /**
   * Which of {@code passes} passes over one partition a parcel belongs to; independent of {@link
   * #of}.
   */
  static int pass(String parcelId, int passes) {
    return Integer.remainderUnsigned(mix(parcelId.hashCode() * 0x9E3779B9 + 0x7F4A7C15), passes);
  }

  /** The finalizer of MurmurHash3 (Austin Appleby, public domain): spreads similar ids. */
  private static int mix(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
