package parcelrecon.console.page;

/** What a page was asked for was removed, as the site's retention has it. */
public final class NoLongerThere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long run;

  public NoLongerThere(long run) {
    super("run " + run + " was removed", null, false, false);
    this.run = run;
  }

  long run() {
    return run;
  }
}
