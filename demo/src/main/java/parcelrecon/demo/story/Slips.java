package parcelrecon.demo.story;

/** By how much people err at the till, in minor units. */
public final class Slips {
  public static final long SHORT = 2_000;
  public static final long OVER = 10_000;
  public static final long WRONGLY_TAKEN = 39_000;

  private Slips() {}
}
