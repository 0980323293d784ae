package parcelrecon.demo.story;

/** The demo's day, told once for all tests of a JVM. */
public final class Days {

  private static final IncidentDay DEMO = IncidentDay.of(20_220_413);

  private Days() {}

  public static IncidentDay demo() {
    return DEMO;
  }
}
